import { hasTiers } from '#contract/rulebooks';
import { useLabel } from '../i18n/useText.ts';

/** A tier of a programme's ladder, by name. */
export function useTierName(): (programme: string | null | undefined, tier: number | null | undefined) => string {
  const label = useLabel();
  return (programme, tier) => {
    if ((programme && !hasTiers(programme)) || tier === null || tier === undefined) return '–';
    return label(programme === 'partner' ? 'partnerTier' : 'referralTier', tier);
  };
}

export function TierField({
  programme,
  tier,
}: {
  programme: string | null | undefined;
  tier: number | null | undefined;
}) {
  const name = useTierName();
  return <span>{name(programme, tier)}</span>;
}
