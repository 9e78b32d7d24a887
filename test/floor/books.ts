/** What stands in the books, read from the raw tables alone: nothing here asks the product what its rows mean. */
import type { Database } from '../../db/connection.ts';
import { row, rows, type Connection } from '../../db/statement.ts';
import { verify } from '../../server/verify/service.ts';
import { decimal } from '../worlds/decimals.ts';

const FAR = 8_640_000_000_000_000;

/** A decimal of either sign without trailing zeros. */
export function plain(amount: bigint): string {
  return amount < 0n ? `-${decimal(-amount)}` : decimal(amount);
}

export interface RecordSeen {
  id: number;
  uid: string;
  trade: string | null;
  kind: 'commission' | 'reversal' | 'correction';
  executed_at: number;
  amount: bigint;
  currency: string;
  status: 'open' | 'zero' | 'in_batch' | 'paid';
  reason: string;
  run_day: string;
  reverses_id: number | null;
}

export interface LineSeen {
  id: number;
  batch_id: number;
  uid: string;
  currency: string;
  amount: bigint;
  records: number;
  state: 'ready' | 'released' | 'paid' | 'failed' | 'withdrawn';
  because: string | null;
}

/** All records, in order of arrival; amounts in 10^-8. */
export async function recordsOf(connection: Connection, uid?: string): Promise<RecordSeen[]> {
  const list = await rows<Omit<RecordSeen, 'amount'> & { amount: string }>(
    connection,
    `SELECT c.id, a.uid, t.trade_id AS trade, c.kind, c.executed_at, CAST(c.amount_e8 AS TEXT) AS amount, c.currency, c.status, c.reason, c.run_day, c.reverses_id
     FROM commission_records c JOIN accounts a ON a.id = c.inviter_id LEFT JOIN trades t ON t.id = c.trade_ref ORDER BY c.id`,
  );
  return list.filter((one) => uid === undefined || one.uid === uid).map((one) => ({ ...one, amount: BigInt(one.amount) }));
}

/** `kind trade amount status` of each record, easy to read in an expectation. */
export async function told(connection: Connection, uid: string): Promise<string[]> {
  return (await recordsOf(connection, uid)).map((one) => [one.kind, one.trade, plain(one.amount), one.reason || one.status].join(' '));
}

/** The number of the record that a run made of a trade. */
export async function recordOf(connection: Connection, trade: string): Promise<number> {
  const found = await row<{ id: number }>(
    connection, `SELECT c.id FROM commission_records c JOIN trades t ON t.id = c.trade_ref WHERE c.kind = 'commission' AND t.trade_id = :trade`, { trade },
  );
  if (!found) throw new Error(`no record of ${trade}`);
  return found.id;
}

export async function linesOf(connection: Connection, batch?: string | null): Promise<LineSeen[]> {
  const list = await rows<Omit<LineSeen, 'amount'> & { units: string; fraction: string }>(
    connection,
    `SELECT l.id, l.batch_id, a.uid, l.currency, CAST(l.amount_units AS TEXT) AS units, CAST(l.amount_fraction_e8 AS TEXT) AS fraction,
       l.records, l.state, l.withdrawn_because AS because
     FROM payout_lines l JOIN accounts a ON a.id = l.affiliate_id ORDER BY l.batch_id, a.uid, l.currency`,
  );
  return list
    .filter((one) => batch === undefined || one.batch_id === Number(batch))
    .map(({ units, fraction, ...one }) => ({ ...one, amount: BigInt(units) * 100_000_000n + BigInt(fraction) }));
}

/** `uid currency amount records state (because)` of each line. */
export async function toldLines(connection: Connection, batch?: string | null): Promise<string[]> {
  return (await linesOf(connection, batch)).map((line) =>
    [line.uid, line.currency, plain(line.amount), line.records, line.state, line.because].filter((part) => part !== null).join(' '));
}

/** Number of the one line of an affiliate in a batch. */
export async function lineOf(connection: Connection, batch: string | null, uid: string, currency = 'USDT'): Promise<number> {
  const found = (await linesOf(connection, batch)).filter((line) => line.uid === uid && line.currency === currency);
  if (found.length !== 1) throw new Error(`${found.length} lines of ${uid} in ${batch}`);
  return (found[0] as LineSeen).id;
}

/** What holds of a field at an instant, as believed now. */
export async function stateOf(connection: Connection, uid: string, field: string, at: number): Promise<string | null> {
  const found = await row<{ value: string }>(
    connection,
    `SELECT s.value FROM account_states s JOIN accounts a ON a.id = s.account_id
     WHERE a.uid = :uid AND s.field = :field AND s.known_to = ${FAR} AND s.from_at <= :at AND :at < s.to_at`,
    { uid, field, at },
  );
  return found?.value ?? null;
}

export interface Terms { accrued: bigint; paid: bigint; in_batch: bigint; held: bigint; open: bigint }

/** The rows that say where each record is, as they stand. */
export interface RawBooks {
  records: RecordSeen[];
  lines: LineSeen[];
  links: { line_id: number; record_id: number; active: number }[];
  leftovers: { record_id: number }[];
  restrictions: { uid: string; value: string; from_at: number; to_at: number }[];
}

export async function readBooks(connection: Connection): Promise<RawBooks> {
  return {
    records: await recordsOf(connection),
    lines: await linesOf(connection),
    links: await rows(connection, 'SELECT line_id, record_id, active FROM payout_line_records'),
    leftovers: await rows(connection, 'SELECT record_id FROM payout_leftovers'),
    restrictions: await rows(
      connection,
      `SELECT a.uid, s.value, s.from_at, s.to_at FROM account_states s JOIN accounts a ON a.id = s.account_id
       WHERE s.field = 'restriction' AND s.known_to = ${FAR}`,
    ),
  };
}

export function restrictionIn({ restrictions }: RawBooks, uid: string, at: number): string {
  return restrictions.find((one) => one.uid === uid && one.from_at <= at && at < one.to_at)?.value ?? 'none';
}

/**
 * PAY-5 by affiliate and currency, each record in exactly one term, by the line that it is in and by who is held; with what makes
 * that impossible as findings.
 */
export function balanced(raw: RawBooks, at: number): { terms: Map<string, Terms>; wrong: string[] } {
  const { records, links, leftovers } = raw;
  const lines = new Map(raw.lines.map((line) => [line.id, line]));
  const { inLine, wrong } = placed(lines, links);
  const terms = new Map<string, Terms>();
  for (const record of records) {
    const key = `${record.uid} ${record.currency}`;
    const sums = terms.get(key) ?? { accrued: 0n, paid: 0n, in_batch: 0n, held: 0n, open: 0n };
    terms.set(key, sums);
    const line = inLine.get(record.id);
    const isHeld = ['frozen', 'suspended'].includes(restrictionIn(raw, record.uid, at));
    const term = line ? (line.state === 'paid' ? 'paid' : 'in_batch') : isHeld ? 'held' : 'open';
    sums.accrued += record.amount;
    sums[term] += record.amount;
    const status = line ? (line.state === 'paid' ? 'paid' : 'in_batch') : record.amount === 0n ? 'zero' : 'open';
    if (record.status !== status) wrong.push(`record ${record.id} is ${record.status}, not ${status}`);
    if (line && (line.uid !== record.uid || line.currency !== record.currency)) wrong.push(`record ${record.id} is in a line of ${line.uid}`);
  }
  wrong.push(...wrongLines(records, lines, links), ...wrongReversals(records));
  const open = new Set(records.filter((one) => one.status === 'open').map((one) => one.id));
  for (const { record_id } of leftovers) if (!open.has(record_id)) wrong.push(`record ${record_id} is left over and not open`);
  return { terms, wrong };
}

export async function books(connection: Connection, at: number): Promise<ReturnType<typeof balanced>> {
  return balanced(await readBooks(connection), at);
}

/** The one line that each record is in; in none after it failed or was withdrawn. */
function placed(lines: Map<number, LineSeen>, links: RawBooks['links']): { inLine: Map<number, LineSeen>; wrong: string[] } {
  const inLine = new Map<number, LineSeen>();
  const wrong: string[] = [];
  for (const link of links) {
    const line = lines.get(link.line_id) as LineSeen;
    const isAlive = line.state === 'ready' || line.state === 'released' || line.state === 'paid';
    if (isAlive !== (link.active === 1)) wrong.push(`record ${link.record_id} is ${link.active} in line ${line.id} ${line.state}`);
    if (!isAlive) continue;
    if (inLine.has(link.record_id)) wrong.push(`record ${link.record_id} is in two lines`);
    inLine.set(link.record_id, line);
  }
  return { inLine, wrong };
}

/** A line is above zero, and the sum of its records, whatever became of it. */
function wrongLines(records: RecordSeen[], lines: Map<number, LineSeen>, links: { line_id: number; record_id: number }[]): string[] {
  const amounts = new Map(records.map((one) => [one.id, one.amount]));
  const sums = new Map<number, { amount: bigint; records: number }>();
  for (const { line_id, record_id } of links) {
    const sum = sums.get(line_id) ?? { amount: 0n, records: 0 };
    sums.set(line_id, { amount: sum.amount + (amounts.get(record_id) as bigint), records: sum.records + 1 });
  }
  return [...lines.values()].flatMap((line) => {
    const sum = sums.get(line.id);
    const isRight = line.amount > 0n && sum?.amount === line.amount && sum.records === line.records;
    return isRight ? [] : [`line ${line.id} of ${plain(line.amount)} holds ${sum ? plain(sum.amount) : 'nothing'}`];
  });
}

/** PAY-4: at most one of each record, of the very negative amount. */
function wrongReversals(records: RecordSeen[]): string[] {
  const byId = new Map(records.map((one) => [one.id, one]));
  const seen = new Set<number>();
  return records.flatMap((one) => {
    if (one.kind === 'correction' && one.amount <= 0n) return [`correction ${one.id} of ${plain(one.amount)}`];
    if (one.kind !== 'reversal') return [];
    const first = byId.get(one.reverses_id as number);
    const isRight = first !== undefined && first.kind !== 'reversal' && first.amount === -one.amount && first.currency === one.currency && !seen.has(first.id);
    seen.add(one.reverses_id as number);
    return isRight ? [] : [`reversal ${one.id} of ${one.reverses_id}`];
  });
}

/** `accrued = paid + in batch + held + open` of an affiliate in one currency. */
export async function toldBooks(connection: Connection, at: number, uid: string, currency = 'USDT'): Promise<string> {
  const one = (await books(connection, at)).terms.get(`${uid} ${currency}`);
  return one ? `${plain(one.accrued)} = ${plain(one.paid)} + ${plain(one.in_batch)} + ${plain(one.held)} + ${plain(one.open)}` : 'nothing';
}

/** What `verify` finds. */
export async function findings(database: Database): Promise<string[]> {
  return (await verify(database)).filter((check) => check.wrong > 0).map((check) => `${check.name}: ${check.first}`);
}
