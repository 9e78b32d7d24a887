import { dialectOf } from '../../../db/connection.ts';
import { execute, type Transaction } from '../../../db/statement.ts';
import { lateMonths } from '../../evaluations/months.ts';
import { transferDirections, transferSources } from '../contract.ts';
import { readAmountText, readChoice, readId, readInstant, type RawRow } from '../values.ts';
import type { FeedDefinition, Landing, LandingContext } from '../definition.ts';
import { settleRepeated, settleStored, settleUids } from '../keyed.ts';
import { byKeys } from '../lookup.ts';

interface Transfer {
  transfer_id: string;
  uid: string;
  occurred_at: number;
  direction: string;
  source: string;
  amount_e8: string;
}

const compared = {
  uid: 'uid', occurred_at: 'occurred_at', direction: 'direction', source: 'source', amount_e8: 'amount_usdt',
} as const;

function read(raw: RawRow): Transfer {
  return {
    transfer_id: readId(raw, 'transfer_id'),
    uid: readId(raw, 'uid'),
    occurred_at: readInstant(raw, 'occurred_at'),
    direction: readChoice(raw, 'direction', transferDirections),
    source: readChoice(raw, 'source', transferSources),
    amount_e8: readAmountText(raw, 'amount_usdt'),
  };
}

async function land(transaction: Transaction, chunk: Landing<Transfer>[], context: LandingContext): Promise<void> {
  const stored = await byKeys<Transfer>(
    transaction,
    chunk.map((row) => row.parsed.transfer_id),
    `SELECT t.transfer_id, a.uid, t.occurred_at, t.direction, t.source, CAST(t.amount_e8 AS TEXT) AS amount_e8
     FROM {{keys}} k JOIN transfers t ON t.transfer_id = k.key JOIN accounts a ON a.id = t.account_id`,
  );
  settleStored(chunk, 'transfer_id', stored, compared);
  const accounts = await settleUids(transaction, chunk, 'occurred_at');
  settleRepeated(chunk, 'transfer_id', compared);
  const late = await lateMonths(transaction);
  const good = chunk
    .filter((row) => row.outcome === 'accepted')
    .map(({ parsed }) => ({ ...parsed, account_id: accounts.get(parsed.uid)?.id, late_month: late(parsed.occurred_at) }));
  if (good.length === 0) return;
  await execute(
    transaction,
    `INSERT INTO transfers (transfer_id, account_id, occurred_at, direction, source, amount_e8, late_month, import_id)
     SELECT r.transfer_id, r.account_id, r.occurred_at, r.direction, r.source, r.amount_e8, r.late_month, :import_id FROM {{chunk}} r`,
    { chunk: JSON.stringify(good), import_id: context.import_id },
    {
      chunk: dialectOf(transaction).rowset('chunk', {
        transfer_id: 'text', account_id: 'integer', occurred_at: 'integer', direction: 'text', source: 'text', amount_e8: 'integer',
        late_month: 'text',
      }),
    },
  );
}

export const transfers: FeedDefinition<Transfer> = { feed: 'transfers', chunkRows: 5_000, read, land };
