import { useGetMany } from 'react-admin';
import type { CommissionRow } from '#contract/commissions';
import type { ReversalRow } from '#contract/reversals';
import { DayField } from '../fields/DayField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import type { RecordRequests } from './recordRequests.ts';

interface SidesSectionProps {
  resource: RecordRequests;
  request: ReversalRow;
}

/** The record and the one that stands against or beside it, each with where it is on its way to payout. */
export function SidesSection({ resource, request }: SidesSectionProps) {
  const t = useText();
  const { record_id, result_record_id, amount, currency } = request;
  const ids = result_record_id ? [record_id, result_record_id] : [record_id];
  const { data } = useGetMany<CommissionRow>('commissions', { ids });
  const find = (id: string | null) => data?.find((record) => record?.id === id);
  const sides = [
    { name: t('recordRequests.original'), id: record_id, record: find(record_id), amount: find(record_id)?.amount },
    { name: t(`recordRequests.newRecord.${resource}`), id: result_record_id, record: find(result_record_id), amount },
  ];
  return (
    <Section title={t('recordRequests.sides')}>
      <PlainTable
        caption={t('recordRequests.sides')}
        rows={sides}
        keyOf={({ name }) => name}
        columns={[
          { name: t('recordRequests.side'), cell: ({ name }) => name },
          {
            name: t('recordRequests.record'),
            cell: ({ id }) =>
              id ? <TextLink to={`/commissions/${id}/show`}>{id}</TextLink> : t('recordRequests.notWritten'),
          },
          {
            name: t('recordRequests.amount'),
            figure: true,
            cell: (side) => <MoneyField amount={side.amount} currency={currency} exact />,
          },
          {
            name: t('recordRequests.status'),
            cell: ({ record }) => <StateChip group="status" value={record?.status} />,
          },
          { name: t('recordRequests.runDay'), oneLine: true, cell: ({ record }) => <DayField day={record?.run_day} /> },
        ]}
      />
    </Section>
  );
}
