import { DayField } from '../fields/DayField.tsx';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { Section } from '../fields/Section.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { TierField } from '../fields/TierField.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useText } from '../i18n/useText.ts';
import type { Explanation } from '#contract/explanations';

/** What the record was decided from (REF-8). */
export function DecisionFacts({ explanation }: { explanation: Explanation }) {
  const t = useText();
  const { trade, programme, tier, rulebook_version, record_id, run_day, inviter_uid } = explanation;
  const record = record_id ? (
    <TextLink to={`/commissions/${record_id}/show`}>{record_id}</TextLink>
  ) : (
    t('explain.noRecord')
  );
  return (
    <Section title={t('explain.decidedFrom')}>
      <Facts
        facts={[
          { name: t('explain.trade'), value: trade.trade_id },
          { name: t('explain.executed'), value: <InstantField at={trade.executed_at} /> },
          { name: t('explain.inviter'), value: <UidLink uid={inviter_uid} /> },
          { name: t('explain.invitee'), value: <UidLink uid={trade.invitee_uid} /> },
          { name: t('explain.productName'), value: <LabelField group="product" value={trade.product} /> },
          { name: t('explain.family'), value: <LabelField group="family" value={trade.family} /> },
          { name: t('explain.volume'), value: <MoneyField amount={trade.volume_usdt} currency="USDT" exact /> },
          { name: t('explain.viaApi'), value: t(trade.via_api ? 'word.yes' : 'word.no') },
          { name: t('explain.programme'), value: <LabelField group="programme" value={programme} /> },
          { name: t('explain.tier'), value: <TierField programme={programme} tier={tier} /> },
          {
            name: t('explain.rulebook'),
            value: rulebook_version === null ? '–' : t('explain.version', { version: rulebook_version }),
          },
          { name: t('explain.record'), value: record },
          { name: t('explain.runDay'), value: <DayField day={run_day} /> },
        ]}
      />
    </Section>
  );
}
