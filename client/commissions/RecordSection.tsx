import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import { useGetList, useGetOne } from 'react-admin';
import type { CommissionRow } from '#contract/commissions';
import type { ReversalRow } from '#contract/reversals';
import { useMay } from '../auth/access.ts';
import { AskCorrection } from '../corrections/AskCorrection.tsx';
import { DayField } from '../fields/DayField.tsx';
import { Facts, type Fact } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useText } from '../i18n/useText.ts';
import { AskReversal } from '../reversals/AskReversal.tsx';
import { isReversible } from './isReversible.ts';
import { PendingRequests } from './PendingRequests.tsx';
import { RecordRequestsTable } from './RecordRequestsTable.tsx';

const FEW = { page: 1, perPage: 25 };
const byId = { field: 'id', order: 'ASC' } as const;

/** What this record comes to, where it stands, the records against and beside it, and what was asked about it. */
export function RecordSection({ id }: { id: string }) {
  const t = useText();
  const { data: record } = useGetOne<CommissionRow>('commissions', { id });
  const reversals = useRequests('reversals', { record_id: id });
  const corrections = useRequests('corrections', { record_id: id });
  const sides = useSides(id, record, { reversals, corrections });
  if (!record) return null;
  const pending = (requests: readonly ReversalRow[]) => requests.some(({ state }) => state === 'pending');
  const reversed = reversals.some(({ state }) => state !== 'rejected');
  return (
    <Section
      title={t('recordRequests.recordTitle')}
      action={
        <Actions
          record={record}
          reversible={!reversed && isReversible(record)}
          correctable={record.kind !== 'reversal' && !pending(corrections)}
        />
      }
    >
      <PendingRequests reversals={reversals} corrections={corrections} />
      <Facts
        facts={[
          { name: t('recordRequests.kind'), value: <LabelField group="recordKind" value={record.kind} /> },
          {
            name: t('recordRequests.amount'),
            value: <MoneyField amount={record.amount} currency={record.currency} exact copyable />,
          },
          { name: t('recordRequests.status'), value: <StateChip group="status" value={record.status} /> },
          { name: t('recordRequests.runDay'), value: <DayField day={record.run_day} /> },
          { name: t('recordRequests.payout'), value: <InstantField at={record.distributed_at} /> },
          ...sides,
        ]}
      />
      <RecordRequestsTable reversals={reversals} corrections={corrections} />
    </Section>
  );
}

function useRequests(resource: 'reversals' | 'corrections', filter: Record<string, string>): readonly ReversalRow[] {
  const may = useMay(resource, 'read');
  return useGetList<ReversalRow>(resource, { filter, sort: byId, pagination: FEW }, { enabled: may }).data ?? [];
}

interface Requests {
  reversals: readonly ReversalRow[];
  corrections: readonly ReversalRow[];
}

/** Which records stand against or beside this one, by both their names. */
function useSides(id: string, record: CommissionRow | undefined, { reversals, corrections }: Requests): Fact[] {
  const t = useText();
  const made = useRequests('corrections', { result_record_id: id });
  const written = (requests: readonly ReversalRow[]) => requests.flatMap(({ result_record_id: one }) => (one ? [one] : []));
  const named: [string, string[]][] = [
    [t('recordRequests.reverses'), record?.reverses ? [record.reverses] : []],
    [t('recordRequests.reversedBy'), written(reversals)],
    [t('recordRequests.corrects'), made.map(({ record_id }) => record_id)],
    [t('recordRequests.correctedBy'), written(corrections)],
  ];
  return named.flatMap(([name, ids]) => (ids.length > 0 ? [{ name, value: <RecordLinks ids={ids} /> }] : []));
}

function RecordLinks({ ids }: { ids: readonly string[] }) {
  return (
    <Stack component="span">
      {ids.map((id) => (
        <TextLink key={id} to={`/commissions/${id}/show`}>
          {id}
        </TextLink>
      ))}
    </Stack>
  );
}

interface ActionsProps {
  record: CommissionRow;
  reversible: boolean;
  correctable: boolean;
}

function Actions({ record: { id }, reversible, correctable }: ActionsProps) {
  const t = useText();
  const mayReverse = useMay('reversals', 'create') && reversible;
  const mayCorrect = useMay('corrections', 'create') && correctable;
  const [asking, setAsking] = useState<'reversal' | 'correction' | null>(null);
  const close = () => setAsking(null);
  return (
    <Stack direction="row" spacing={1}>
      {mayReverse && <Button onClick={() => setAsking('reversal')}>{t('recordRequests.reverse')}</Button>}
      {mayCorrect && <Button onClick={() => setAsking('correction')}>{t('recordRequests.correct')}</Button>}
      {asking === 'reversal' && <AskReversal recordId={id} onClose={close} />}
      {asking === 'correction' && <AskCorrection recordId={id} onClose={close} />}
    </Stack>
  );
}
