import { claimables, type Claimable, type ClaimRow } from '#contract/claims';
import { ClaimMark } from '../claims/ClaimMark.tsx';
import { useClaims } from '../claims/useClaims.ts';
import { useDecider } from '../auth/useDecider.ts';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import type { TextKey } from '../i18n/catalogue.ts';
import { useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

const names: Record<Claimable, TextKey> = {
  'tier-reviews': 'area.tierReviews',
  'status-changes': 'area.statusChanges',
  applications: 'area.applications',
  'content-reviews': 'area.content',
  'campaign-versions': 'area.campaignVersions',
  reversals: 'area.reversals',
  corrections: 'area.corrections',
  boosts: 'area.boosts',
};

/** What one has in hand, and what anybody has let lie; not there where there is neither. */
export function ClaimsSection() {
  const t = useText();
  const me = useDecider();
  const claims = useClaims().filter(({ holder, overdue }) => overdue || holder === me?.name);
  if (claims.length === 0) return null;
  const place = ({ resource }: ClaimRow) => claimables.indexOf(resource);
  return (
    <Section title={t('worklist.inHand')}>
      <PlainTable
        caption={t('worklist.inHand')}
        rows={claims.toSorted((one, other) => Number(other.overdue) - Number(one.overdue) || place(one) - place(other))}
        keyOf={({ id }) => id}
        columns={[
          {
            name: t('worklist.case'),
            cell: ({ resource, case_id }) => (
              <TextLink to={`/${resource}/${case_id}/show`}>{`${t(names[resource])} #${case_id}`}</TextLink>
            ),
          },
          { name: t('worklist.who'), cell: (claim) => <ClaimMark claim={claim} /> },
          { name: t('worklist.untilWhen'), cell: ({ until }) => <InstantField at={until} short /> },
          { name: t('worklist.givenBy'), cell: ({ given_by }) => given_by ?? '–' },
        ]}
      />
    </Section>
  );
}
