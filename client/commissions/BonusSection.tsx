import { useGetList, useTranslateLabel } from 'react-admin';
import type { BonusRow } from '#contract/bonuses';
import type { CommissionRow } from '#contract/commissions';
import { CampaignCode } from '../campaigns/CampaignCode.tsx';
import { Facts, type Fact } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useText } from '../i18n/useText.ts';
import { bonusesWith } from '../bonuses/bonusesOf.ts';

/** Of a record that is of no trade: whose it is, and the bonus that it pays or takes back, with what that was promised for (CAM-4, CAM-6). */
export function BonusSection({ record: { id, reverses, inviter_uid, invitee_uid } }: { record: CommissionRow }) {
  const t = useText();
  const { data = [] } = useGetList<BonusRow>('bonuses', { filter: { record_id: reverses ?? id } });
  return (
    <Section title={t('bonuses.ofRecord')}>
      <Facts facts={[...useOwners(inviter_uid, invitee_uid), ...useBonus(data[0])]} />
    </Section>
  );
}

function useOwners(affiliate: string, invitee: string | null): Fact[] {
  const name = useBonusField();
  return [
    { name: name('affiliate_uid'), value: <UidLink uid={affiliate} /> },
    { name: name('invitee_uid'), value: <UidLink uid={invitee} /> },
  ];
}

function useBonus(bonus: BonusRow | undefined): Fact[] {
  const name = useBonusField();
  if (!bonus) return [];
  const { id, campaign_id, campaign_code, version, side, earned_at, state } = bonus;
  return [
    { name: name('id'), value: <TextLink to={bonusesWith([id])}>{id}</TextLink> },
    { name: name('campaign_code'), value: <CampaignCode id={campaign_id} code={campaign_code} /> },
    { name: name('version'), value: version },
    { name: name('side'), value: <LabelField group="side" value={side} /> },
    { name: name('earned_at'), value: <InstantField at={earned_at} /> },
    { name: name('state'), value: <StateChip group="bonusState" value={state} /> },
  ];
}

function useBonusField(): (field: keyof BonusRow) => string {
  const label = useTranslateLabel();
  return (source) => String(label({ resource: 'bonuses', source }));
}
