import { dialectOf } from '../../../db/connection.ts';
import { execute, type Transaction } from '../../../db/statement.ts';
import { isDay } from '../../calendar.ts';
import { addFault, readAmountText, readId, readForm, type RawRow } from '../values.ts';
import { rejectIfFaulty, type FeedDefinition, type Landing, type LandingContext } from '../definition.ts';
import { settleRepeated, settleStored } from '../keyed.ts';
import { byKeys } from '../lookup.ts';

interface Price {
  key: string;
  currency: string;
  day: string;
  usdt_e8: string;
}

const compared = { usdt_e8: 'usdt' } as const;

function read(raw: RawRow): Price {
  const currency = readId(raw, 'currency');
  const day = readForm(raw, 'day', /^\d{4}-\d{2}-\d{2}$/);
  if (day !== '' && raw.faults.every((fault) => fault.column !== 'day') && !isDay(day)) addFault(raw, 'day', 'bad_instant');
  return { key: `${currency} ${day}`, currency, day, usdt_e8: readAmountText(raw, 'usdt') };
}

async function land(transaction: Transaction, chunk: Landing<Price>[], context: LandingContext): Promise<void> {
  const stored = await byKeys<Price>(
    transaction,
    chunk.map((row) => row.parsed.day),
    `SELECT p.currency || ' ' || p.day AS key, p.currency, p.day, CAST(p.usdt_e8 AS TEXT) AS usdt_e8
     FROM {{keys}} k JOIN prices p ON p.day = k.key`,
  );
  chunk.forEach(rejectIfFaulty);
  settleStored(chunk, 'key', stored, compared);
  settleRepeated(chunk, 'key', compared);
  const good = chunk.filter((row) => row.outcome === 'accepted').map((row) => row.parsed);
  if (good.length === 0) return;
  await execute(
    transaction,
    `INSERT INTO prices (currency, day, usdt_e8, import_id) SELECT r.currency, r.day, r.usdt_e8, :import_id FROM {{chunk}} r`,
    { chunk: JSON.stringify(good), import_id: context.import_id },
    { chunk: dialectOf(transaction).rowset('chunk', { currency: 'text', day: 'text', usdt_e8: 'integer' }) },
  );
}

export const prices: FeedDefinition<Price> = { feed: 'prices', chunkRows: 5_000, read, land };
