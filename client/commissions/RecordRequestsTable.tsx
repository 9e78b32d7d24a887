import { Box } from '@mui/material';
import type { ReversalRow } from '#contract/reversals';
import { InstantField } from '../fields/InstantField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import type { RecordRequests } from '../reversals/recordRequests.ts';

interface RecordRequestsTableProps {
  reversals: readonly ReversalRow[];
  corrections: readonly ReversalRow[];
}

/** The reversals and corrections that were asked for about a record, the rejected ones too. */
export function RecordRequestsTable({ reversals, corrections }: RecordRequestsTableProps) {
  const t = useText();
  const named = (resource: RecordRequests) => (request: ReversalRow) => ({ resource, ...request });
  const requests = [...reversals.map(named('reversals')), ...corrections.map(named('corrections'))];
  if (requests.length === 0) return null;
  return (
    <Box sx={{ mt: 2 }}>
      <PlainTable
        caption={t('recordRequests.requests')}
        rows={requests}
        keyOf={({ resource, id }) => `${resource} ${id}`}
        columns={[
          {
            name: t('recordRequests.requests'),
            cell: ({ resource, id }) => (
              <TextLink to={`/${resource}/${id}/show`}>{t(`recordRequests.requestNo.${resource}`, { id })}</TextLink>
            ),
          },
          { name: t('recordRequests.state'), cell: ({ state }) => <StateChip group="state" value={state} /> },
          {
            name: t('recordRequests.amount'),
            figure: true,
            cell: ({ amount, currency }) => <MoneyField amount={amount} currency={currency} exact />,
          },
          { name: t('recordRequests.requestedBy'), cell: ({ requested_by }) => requested_by },
          { name: t('recordRequests.requestedAt'), cell: ({ requested_at }) => <InstantField at={requested_at} short /> },
        ]}
      />
    </Box>
  );
}
