import { Loading, Title, useGetRecordId } from 'react-admin';
import type { PayoutLineRow } from '#contract/payouts';
import { useRead } from '../api/useRead.ts';
import { AuditTrail } from '../audit-events/AuditTrail.tsx';
import { useMay } from '../auth/access.ts';
import { CommissionList } from '../commissions/CommissionList.tsx';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useText } from '../i18n/useText.ts';
import { PageProblem } from '../layout/PageProblem.tsx';
import { NotesPanel } from '../notes/NotesPanel.tsx';
import { MoneySentencePanel } from '../sentences/MoneySentencePanel.tsx';
import { ConflictsSection } from './ConflictsSection.tsx';
import { recordsOfLine } from './recordsOfLine.ts';

/** A line of a payout, what became of it, and the records that make it up. */
export function PayoutLineShow() {
  const t = useText();
  const id = String(useGetRecordId());
  const mayAudit = useMay('audit-events', 'read');
  const { data: line, error } = useRead<PayoutLineRow>(`payout-lines/${encodeURIComponent(id)}`);
  if (error) return <PageProblem error={error} />;
  if (!line) return <Loading />;
  return (
    <>
      <Title title={t('payouts.line.title', { id })} />
      <Summary line={line} />
      <MoneySentencePanel key={`told-${id}`} resource="payout-lines" id={id} />
      <ConflictsSection line={line} />
      <Section title={t('payouts.line.recordsTitle')}>
        <CommissionList only={{ payout_line_id: id }} />
      </Section>
      <NotesPanel key={id} subject={{ type: 'payout-lines', id }} />
      {mayAudit && (
        <Section title={t('payouts.history')}>
          <AuditTrail subjectType="payout-lines" subjectId={id} />
        </Section>
      )}
    </>
  );
}

function Summary({ line }: { line: PayoutLineRow }) {
  const t = useText();
  const { id, batch_id, day, affiliate_uid, amount, currency, records, withdrawn_because } = line;
  return (
    <Section title={t('payouts.line.line')} action={<StateChip group="state" value={line.status} />}>
      <Facts
        facts={[
          { name: t('payouts.line.affiliate'), value: <UidLink uid={affiliate_uid} /> },
          {
            name: t('payouts.batch'),
            value: <TextLink to={`/payouts/${batch_id}/show`}>{t('payouts.title', { day })}</TextLink>,
          },
          {
            name: t('payouts.line.amount'),
            value: (
              <>
                <MoneyField amount={amount} currency={currency} exact copyable />{' '}
                <TextLink to={recordsOfLine(id)}>{t('payouts.line.records', { smart_count: records })}</TextLink>
              </>
            ),
          },
          { name: t('payouts.line.destination'), value: line.destination },
          { name: t('payouts.line.ledger'), value: line.ledger_type },
          { name: t('payouts.line.confirmed'), value: <InstantField at={line.confirmed_at} /> },
          { name: t('payouts.line.reference'), value: line.reference },
          ...(withdrawn_because
            ? [{ name: t('payouts.why'), value: <LabelField group="withdrawn" value={withdrawn_because} /> }]
            : []),
        ]}
      />
    </Section>
  );
}
