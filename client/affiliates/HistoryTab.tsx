import { Loading } from 'react-admin';
import type { AffiliateTimeline, StateSpan } from '#contract/affiliates';
import { AuditTrail } from '../audit-events/AuditTrail.tsx';
import { useMay } from '../auth/access.ts';
import { InstantField } from '../fields/InstantField.tsx';
import { RateField } from '../fields/RateField.tsx';
import { Section } from '../fields/Section.tsx';
import { TierField } from '../fields/TierField.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { BindingSection } from './BindingSection.tsx';
import { programmeAt } from './programmeAt.ts';
import { useTimeline } from './useTimeline.ts';

/** What the console knows of an account over time, and what staff did to it, for those who may see that. */
export function HistoryTab({ uid }: { uid: string }) {
  const t = useText();
  const label = useLabel();
  const mayAudit = useMay('audit-events', 'read');
  const { data } = useTimeline(uid);
  if (!data) return <Loading />;
  return (
    <>
      <BindingSection bindings={data.bindings} />
      <Section title={t('affiliates.states')}>
        <PlainTable
          caption={t('affiliates.states')}
          rows={[...data.states].reverse()}
          keyOf={({ field, from }) => `${field}:${from}`}
          columns={[
            { name: t('affiliates.field'), cell: ({ field }) => label('stateField', field) },
            { name: t('affiliates.value'), cell: (span) => <Value span={span} timeline={data} /> },
            { name: t('affiliates.from'), cell: ({ from }) => <InstantField at={from} /> },
            { name: t('affiliates.to'), cell: ({ to }) => (to ? <InstantField at={to} /> : t('affiliates.untilNow')) },
            { name: t('affiliates.cause'), cell: ({ cause }) => cause },
          ]}
        />
      </Section>
      {mayAudit && (
        <Section title={t('affiliates.audit')}>
          <AuditTrail subjectType="affiliates" subjectId={uid} />
        </Section>
      )}
    </>
  );
}

/** A tier by its name, a ratio as a percentage, what is one of a list in its word; the rest as it is. */
function Value({ span: { field, value, from }, timeline }: { span: StateSpan; timeline: AffiliateTimeline }) {
  const label = useLabel();
  if (field === 'tier') return <TierField programme={programmeAt(timeline, from)} tier={Number(value)} />;
  if (field.startsWith('ratio:')) return <RateField bps={Number(value)} />;
  if (field === 'account_type') return label('accountType', value);
  if (field === 'kyc_level') return label('kyc', value);
  if (field === 'restriction') return label('restriction', value);
  return value;
}
