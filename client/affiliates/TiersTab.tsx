import { Loading } from 'react-admin';
import type { AffiliateDetail } from '#contract/affiliates';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { Section } from '../fields/Section.tsx';
import { TierField } from '../fields/TierField.tsx';
import { useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { EvaluationList } from '../evaluations/EvaluationList.tsx';
import { OutlookSection } from './OutlookSection.tsx';
import { programmeAt } from './programmeAt.ts';
import { useTimeline } from './useTimeline.ts';

/** What the next evaluation needs, which tier of the ladder held when, and what each month's evaluation found. */
export function TiersTab({ affiliate }: { affiliate: AffiliateDetail }) {
  const { uid } = affiliate;
  const t = useText();
  const { data } = useTimeline(uid);
  if (!data) return <Loading />;
  const tiers = data.states
    .filter(({ field, from }) => field === 'tier' && programmeAt(data, from) !== 'pro')
    .reverse();
  return (
    <>
      <OutlookSection affiliate={affiliate} />
      <Section title={t('affiliates.enrolments')}>
        <PlainTable
          caption={t('affiliates.enrolments')}
          rows={data.enrolments}
          keyOf={({ from }) => from}
          empty={t('affiliates.neverEnrolled')}
          columns={[
            {
              name: t('affiliates.programme'),
              cell: ({ programme }) => <LabelField group="programme" value={programme} />,
            },
            { name: t('affiliates.from'), cell: ({ from }) => <InstantField at={from} /> },
            { name: t('affiliates.to'), cell: ({ to }) => (to ? <InstantField at={to} /> : t('affiliates.stillOpen')) },
            {
              name: t('affiliates.endReason'),
              cell: ({ end_reason }) => <LabelField group="endReason" value={end_reason} />,
            },
          ]}
        />
      </Section>
      <Section title={t('affiliates.tiersOverTime')}>
        <PlainTable
          caption={t('affiliates.tiersOverTime')}
          rows={tiers}
          keyOf={({ from }) => from}
          empty={t('affiliates.noTiers')}
          columns={[
            {
              name: t('affiliates.tier'),
              cell: ({ value, from }) => <TierField programme={programmeAt(data, from)} tier={Number(value)} />,
            },
            { name: t('affiliates.from'), cell: ({ from }) => <InstantField at={from} /> },
            { name: t('affiliates.to'), cell: ({ to }) => (to ? <InstantField at={to} /> : t('affiliates.untilNow')) },
            { name: t('affiliates.cause'), cell: ({ cause }) => cause },
          ]}
        />
      </Section>
      <Section title={t('affiliates.evaluations')}>
        <EvaluationList only={{ affiliate_uid: uid }} />
      </Section>
    </>
  );
}
