import { dialectOf } from '../../../db/connection.ts';
import { execute, row, rows, type Transaction } from '../../../db/statement.ts';
import { shareHead } from '../../engine/head.ts';
import { products, type Product } from '../../rulebooks/contract.ts';
import { lateMonths } from '../../evaluations/months.ts';
import { addFault, isGreater, readAmountText, readChoice, readId, readInstant, type RawRow } from '../values.ts';
import { rejectIfFaulty, type FeedDefinition, type Landing, type LandingContext } from '../definition.ts';
import { isGood, settleRepeated } from '../keyed.ts';

interface Trade {
  /** Its place in the chunk, and the month that it counts for: known when it is landed. */
  i: number;
  late_month: string | null;
  trade_id: string;
  uid: string;
  executed_at: number;
  product: Product;
  volume_e8: string;
  fee_e8: string;
  offset_e8: string;
  currency: string;
  via_api: number;
}

/** A row of the chunk about which the database has something to say. */
interface Remark {
  i: number;
  account_id: number | null;
  registered_at: number | null;
  stored: number | null;
  differs: string | null;
}

const columns = {
  i: 'integer', trade_id: 'text', uid: 'text', executed_at: 'integer', product: 'text', volume_e8: 'integer', fee_e8: 'integer',
  offset_e8: 'integer', currency: 'text', via_api: 'integer', late_month: 'text',
} as const;

const compared = {
  uid: 'uid', executed_at: 'executed_at', product: 'product', volume_e8: 'volume_usdt', fee_e8: 'fee', offset_e8: 'fee_offset',
  currency: 'fee_currency', via_api: 'via_api',
} as const;

const remarksSql = `
  SELECT r.i, a.id AS account_id, a.registered_at, t.id AS stored,
    CASE WHEN t.account_id IS DISTINCT FROM a.id THEN 'uid'
         WHEN t.executed_at <> r.executed_at THEN 'executed_at'
         WHEN t.product <> r.product THEN 'product'
         WHEN t.volume_e8 <> r.volume_e8 THEN 'volume_usdt'
         WHEN t.fee_e8 <> r.fee_e8 THEN 'fee'
         WHEN t.offset_e8 <> r.offset_e8 THEN 'fee_offset'
         WHEN t.currency <> r.currency THEN 'fee_currency'
         WHEN t.via_api <> r.via_api THEN 'via_api' END AS differs
  FROM {{chunk}} r
  LEFT JOIN accounts a ON a.uid = r.uid
  LEFT JOIN trades t ON t.trade_id = r.trade_id AND t.id <= :end
  WHERE a.id IS NULL OR r.executed_at IS NULL OR r.executed_at < a.registered_at OR t.id IS NOT NULL`;

/** Of the rows that are well-formed those that nothing speaks against; of a key the first. */
const insertSql = `
  INSERT INTO trades (trade_id, account_id, executed_at, product, volume_e8, fee_e8, offset_e8, currency, via_api, late_month, import_id)
  SELECT r.trade_id, a.id, r.executed_at, r.product, r.volume_e8, r.fee_e8, r.offset_e8, r.currency, r.via_api, r.late_month, :import_id
  FROM {{chunk}} r JOIN accounts a ON a.uid = r.uid AND a.registered_at <= r.executed_at
  ORDER BY r.i
  ON CONFLICT (trade_id) DO NOTHING`;

/** Trades that arrive behind the last run's day wait for the next one (REF-7). Found by their ids, not by the days of all: + 0. */
const lateSql = 'INSERT INTO late_trades (trade_ref) SELECT id FROM trades WHERE id > :end AND executed_at + 0 < :covered_until';

function read(raw: RawRow): Trade {
  const fee = readAmountText(raw, 'fee');
  const offset = readAmountText(raw, 'fee_offset');
  if (isGreater(offset, fee) && raw.faults.length === 0) addFault(raw, 'fee_offset', 'offset_exceeds_fee');
  return {
    i: 0,
    late_month: null,
    trade_id: readId(raw, 'trade_id'),
    uid: readId(raw, 'uid'),
    executed_at: readInstant(raw, 'executed_at'),
    product: readChoice(raw, 'product', products),
    volume_e8: readAmountText(raw, 'volume_usdt'),
    fee_e8: fee,
    offset_e8: offset,
    currency: readId(raw, 'fee_currency'),
    via_api: readChoice(raw, 'via_api', ['true', 'false']) === 'true' ? 1 : 0,
  };
}

/**
 * Written first, judged after: of a chunk that is all taken, as most are, the database is asked nothing more, and decodes it once.
 * The head's lock, which the import holds, lets nobody else bring trades meanwhile.
 */
async function land(transaction: Transaction, chunk: Landing<Trade>[], context: LandingContext): Promise<void> {
  const dialect = dialectOf(transaction);
  const rowset = dialect.tuples('chunk', columns);
  const late = await lateMonths(transaction);
  const payload = chunk.map((row, i) => stamped(storable(row), i, late(row.parsed.executed_at)));
  const wellFormed = payload.filter((_, i) => chunk[i]?.raw.faults.length === 0);
  const end = await newestTrade(transaction);
  const written = wellFormed.length === 0 ? 0 : await execute(
    transaction, insertSql, { chunk: dialect.packTuples(columns, wellFormed), import_id: context.import_id }, { chunk: rowset });
  if (written < chunk.length) {
    const remarks = await rows<Remark>(transaction, remarksSql, { chunk: dialect.packTuples(columns, payload), end }, { chunk: rowset });
    for (const remark of remarks) judge(chunk[remark.i] as Landing<Trade>, remark);
    settleRepeated(chunk, 'trade_id', compared);
    for (const row of chunk) rejectIfFaulty(row);
  }
  const good = chunk.filter(isGood).length;
  if (good !== written) throw new Error(`${written} trades were written where ${good} are accepted`);
  const { covered_until } = await shareHead(transaction);
  if (chunk.some((row) => row.parsed.executed_at < covered_until)) await execute(transaction, lateSql, { end, covered_until });
}

/** The id of the newest trade, 0 before the first; ids go up with arrival for who holds the engine's head. */
async function newestTrade(transaction: Transaction): Promise<number> {
  return (await row<{ id: number }>(transaction, 'SELECT COALESCE(max(id), 0) AS id FROM trades'))?.id ?? 0;
}

/** In place: an object a row less is a third of the collector's work in the largest feed. */
function stamped(trade: Trade, i: number, lateMonth: string | null): Trade {
  trade.i = i;
  trade.late_month = lateMonth;
  return trade;
}

/** Rows that are refused are asked about too, for what else is wrong with them; a NUL in one is no text for the databases. */
function storable({ raw, parsed }: Landing<Trade>): Trade {
  if (raw.faults.length === 0) return parsed;
  return { ...parsed, trade_id: clean(parsed.trade_id), uid: clean(parsed.uid), product: clean(parsed.product) as Product, currency: clean(parsed.currency) };
}

function clean(text: string): string {
  return text.replaceAll('\0', '');
}

function judge(row: Landing<Trade>, remark: Remark): void {
  if (remark.stored !== null && row.raw.faults.length === 0) {
    row.outcome = remark.differs === null ? 'duplicate' : 'conflict';
    if (remark.differs !== null) row.differs = remark.differs;
    return;
  }
  if (remark.account_id === null) {
    if (!row.raw.faults.some((fault) => fault.column === 'uid')) addFault(row.raw, 'uid', 'unknown_uid');
  } else if (row.parsed.executed_at < (remark.registered_at as number)) addFault(row.raw, 'executed_at', 'before_registration');
}

export const trades: FeedDefinition<Trade> = { feed: 'trades', chunkRows: 5_000, read, land };
