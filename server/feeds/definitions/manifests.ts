import { dialectOf } from '../../../db/connection.ts';
import { execute, type Transaction } from '../../../db/statement.ts';
import { isDay } from '../../calendar.ts';
import { datedFeeds, hasAmount, type DatedFeed } from '../days.ts';
import { addFault, readChoice, readForm, readInteger, readText, type RawRow } from '../values.ts';
import { rejectIfFaulty, type FeedDefinition, type Landing, type LandingContext } from '../definition.ts';
import { settleRepeated, settleStored } from '../keyed.ts';
import { byKeys } from '../lookup.ts';

interface Manifest {
  key: string;
  feed: string;
  day: string;
  row_count: number;
  /** Whole units and e8 fractions: a day's volume may be beyond 64 bits of e8 units. Empty where the feed has no amount. */
  units: string | null;
  fraction: string | null;
}

const MOST_ROWS = 999_999_999;
const compared = { row_count: 'rows', units: 'control_sum', fraction: 'control_sum' } as const;

function read(raw: RawRow): Manifest {
  const feed = readChoice(raw, 'feed', datedFeeds);
  const day = readForm(raw, 'day', /^\d{4}-\d{2}-\d{2}$/);
  if (day !== '' && raw.faults.every((fault) => fault.column !== 'day') && !isDay(day)) addFault(raw, 'day', 'bad_instant');
  const row_count = readInteger(raw, 'rows', 0, MOST_ROWS);
  return { key: `${feed} ${day}`, feed, day, row_count, ...controlSum(raw, feed) };
}

/** Of the feeds with an amount; the others have an empty column (CONTRACT 1). */
function controlSum(raw: RawRow, feed: DatedFeed): { units: string | null; fraction: string | null } {
  const none = { units: null, fraction: null };
  const text = readText(raw, 'control_sum');
  if (!datedFeeds.includes(feed)) return none;
  if (!hasAmount(feed)) {
    if (text !== '') addFault(raw, 'control_sum', 'unknown_value');
    return none;
  }
  if (text === '') addFault(raw, 'control_sum', 'missing_value');
  const match = /^0*(\d+)(?:\.(\d+))?$/.exec(text);
  const [, units = '', decimals = ''] = match ?? [];
  if (!match && text !== '') addFault(raw, 'control_sum', 'bad_amount');
  else if (decimals.length > 8) addFault(raw, 'control_sum', 'too_many_decimals');
  else if (units.length > 15) addFault(raw, 'control_sum', 'too_large');
  return { units, fraction: String(Number(decimals.padEnd(8, '0'))) };
}

/** PAY-8: what the exchange says that a feed's day holds. It stands as it came: another one for the same day is a conflict. */
async function land(transaction: Transaction, chunk: Landing<Manifest>[], context: LandingContext): Promise<void> {
  const stored = await byKeys<Manifest>(
    transaction,
    chunk.map((row) => row.parsed.day),
    `SELECT m.feed || ' ' || m.day AS key, m.feed, m.day, m.row_count, CAST(m.control_units AS TEXT) AS units,
       CAST(m.control_fraction_e8 AS TEXT) AS fraction
     FROM {{keys}} k JOIN manifests m ON m.day = k.key`,
  );
  chunk.forEach(rejectIfFaulty);
  settleStored(chunk, 'key', stored, compared);
  settleRepeated(chunk, 'key', compared);
  const good = chunk.filter((row) => row.outcome === 'accepted').map((row) => row.parsed);
  if (good.length === 0) return;
  await execute(
    transaction,
    `INSERT INTO manifests (feed, day, row_count, control_units, control_fraction_e8, import_id, received_at)
     SELECT m.feed, m.day, m.row_count, m.units, m.fraction, :import_id, :at FROM {{chunk}} m`,
    { chunk: JSON.stringify(good), import_id: context.import_id, at: context.at },
    {
      chunk: dialectOf(transaction).rowset('chunk', {
        feed: 'text', day: 'text', row_count: 'integer', units: 'integer', fraction: 'integer',
      }),
    },
  );
}

export const manifests: FeedDefinition<Manifest> = { feed: 'manifests', chunkRows: 5_000, read, land };
