import { useGetList, useTranslateLabel } from 'react-admin';
import type { BonusRow } from '#contract/bonuses';
import type { CommissionRow } from '#contract/commissions';
import { bonusesWith } from '../bonuses/bonusesOf.ts';
import { CampaignCode } from '../campaigns/CampaignCode.tsx';
import { Facts, type Fact } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useText } from '../i18n/useText.ts';

/** Of a record that is of no trade: whose it is, and the bonus that it pays or takes back, with what that was promised for (CAM-4, CAM-6). */
export function BonusSection({ record: { id, reverses, inviter_uid, invitee_uid } }: { record: CommissionRow }) {
  const t = useText();
  const label = useTranslateLabel();
  const name = (source: keyof BonusRow) => String(label({ resource: 'bonuses', source }));
  const { data: [bonus] = [] } = useGetList<BonusRow>('bonuses', { filter: { record_id: reverses ?? id } });
  return (
    <Section title={t('bonuses.ofRecord')}>
      <Facts
        facts={[
          { name: name('affiliate_uid'), value: <UidLink uid={inviter_uid} /> },
          { name: name('invitee_uid'), value: <UidLink uid={invitee_uid} /> },
          ...(bonus ? factsOf(bonus, name) : []),
        ]}
      />
    </Section>
  );
}

function factsOf({ id, campaign_id, campaign_code, version, side, earned_at, state }: BonusRow, name: (field: keyof BonusRow) => string): Fact[] {
  return [
    { name: name('id'), value: <TextLink to={bonusesWith([id])}>{id}</TextLink> },
    { name: name('campaign_code'), value: <CampaignCode id={campaign_id} code={campaign_code} /> },
    { name: name('version'), value: version },
    { name: name('side'), value: <LabelField group="side" value={side} /> },
    { name: name('earned_at'), value: <InstantField at={earned_at} /> },
    { name: name('state'), value: <StateChip group="bonusState" value={state} /> },
  ];
}
