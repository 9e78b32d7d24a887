/** Runs, payouts and confirmations of a random history: each comes out as the rules say of the rows before it. */
import { expect } from 'vitest';
import { row, rows } from '../../db/statement.ts';
import { linesOf, plain, recordsOf, type LineSeen } from './books.ts';
import type { Command } from './commands.ts';
import { BEGIN, DAY, type History } from './history.ts';
import type { Person } from './people.ts';

/** REF-7: a record for each trade that has none, as the rules see it now. */
export async function run(history: History): Promise<string> {
  const { read } = history.floor.database;
  const known = await recordsOf(read);
  const day = history.yesterday;
  const until = Date.parse(`${day}T00:00:00Z`) + DAY;
  const done = new Set(known.filter((one) => one.kind === 'commission').map((one) => one.trade));
  const due = until <= history.coveredUntil ? [] : [...history.trades.values()].filter((one) => one.at < until && !done.has(one.id));
  await history.floor.commission(day);
  history.coveredUntil = Math.max(history.coveredUntil, until);
  const made = (await recordsOf(read)).slice(known.length).map((one) => `${one.trade} ${plain(one.amount)} ${one.currency} ${one.reason}`);
  expect(made.toSorted(), `run of ${day}`).toEqual(due.map((one) => {
    const { amount, reason } = history.naive.verdict(one);
    return `${one.id} ${plain(amount)} ${one.currency} ${reason}`;
  }).toSorted());
  return `run of ${day}: ${made.length}`;
}

/** PAY-1: by affiliate and currency what is open and not held, where it is above zero. */
export async function payout(history: History, who: Person | null): Promise<string> {
  const { read } = history.floor.database;
  const day = history.yesterday;
  const sums = new Map<string, bigint>();
  for (const one of await recordsOf(read)) {
    if (one.status !== 'open' || one.run_day > day || ['frozen', 'suspended'].includes(history.naive.restrictionAt(one.uid, history.now))) continue;
    sums.set(`${one.uid} ${one.currency}`, (sums.get(`${one.uid} ${one.currency}`) ?? 0n) + one.amount);
  }
  const isNew = day > history.lastBatchDay;
  const { batch_id, lines } = await history.floor.payout(day, who ?? undefined);
  if (!isNew) return `batch ${batch_id} as before`;
  history.lastBatchDay = day;
  const expected = [...sums].filter(([, sum]) => sum > 0n).map(([key, sum]) => `${key} ${plain(sum)} ready`).toSorted();
  const made = (await linesOf(read, batch_id)).map((line) => `${line.uid} ${line.currency} ${plain(line.amount)} ${line.state}`);
  expect(made.toSorted(), `payout of ${day}`).toEqual(expected);
  return `batch ${batch_id} of ${day}: ${lines} lines`;
}

/** PAY-3: who is held by then, a record reversed since, a contradiction. */
export async function release(history: History, who: Person): Promise<string> {
  const { read } = history.floor.database;
  const ready = (await linesOf(read)).filter((line) => line.state === 'ready');
  if (ready.length === 0) return 'nothing to release';
  const batch = Math.min(...ready.map((line) => line.batch_id));
  const expected = await judged(history, ready.filter((line) => line.batch_id === batch));
  await history.floor.release(String(batch), who);
  expect((await linesOf(read, String(batch))).map((line) => `${line.id} ${line.because}`).toSorted(), `release of ${batch}`).toEqual(expected.toSorted());
  return `batch ${batch}: ${expected.join(', ')}`;
}

async function judged(history: History, lines: LineSeen[]): Promise<string[]> {
  const { read } = history.floor.database;
  const links = await rows<{ line_id: number; record_id: number }>(read, 'SELECT line_id, record_id FROM payout_line_records WHERE active = 1');
  const records = await recordsOf(read);
  const open = await rows<{ uid: string }>(
    read, `SELECT a.uid FROM payout_conflicts k JOIN payout_lines l ON l.id = k.line_id JOIN accounts a ON a.id = l.affiliate_id WHERE k.state = 'open'`,
  );
  return lines.map((line) => {
    const own = new Set(links.filter((link) => link.line_id === line.id).map((link) => link.record_id));
    const restriction = history.naive.restrictionAt(line.uid, history.now);
    const reversed = records.some((one) => one.reverses_id !== null && own.has(one.reverses_id) && !own.has(one.id));
    const why = restriction === 'frozen' || restriction === 'suspended' ? restriction
      : reversed ? 'record_reversed' : open.some((one) => one.uid === line.uid) ? 'confirmation_conflict' : null;
    return `${line.id} ${why}`;
  });
}

export async function confirm(history: History, list: (Command & { do: 'confirm' })['list']): Promise<string> {
  const lines = await linesOf(history.floor.database.read);
  if (lines.length === 0) return 'nothing to confirm';
  const states = new Map(lines.map((line) => [line.id, line.state]));
  const outcomes = { accepted: 0, duplicates: 0, conflicts: 0, rejected: 0 };
  const told = list.map(({ nth, status }): [number, 'paid' | 'failed', string] => {
    const { id } = lines[lines.length - 1 - (nth % lines.length)] as LineSeen;
    const state = states.get(id);
    if (state === 'released') states.set(id, status);
    outcomes[state === 'released' ? 'accepted' : state === 'ready' || state === 'withdrawn' ? 'rejected' : state === status ? 'duplicates' : 'conflicts'] += 1;
    return [id, status, `of ${id}`];
  });
  // Told twice in the same words but at another instant, it contradicts itself: these are told of one instant.
  const rowsOfFile = told.map(([id, status, reference]) => ({ line_id: String(id), status, at: new Date(BEGIN).toISOString(), reference }));
  expect(await history.floor.take({ feed: 'payout-confirmations', rows: rowsOfFile })).toMatchObject([outcomes]);
  return JSON.stringify(told);
}

export async function settle(history: History, nth: number): Promise<string> {
  const open = await rows<{ line_id: number }>(history.floor.database.read, `SELECT DISTINCT line_id FROM payout_conflicts WHERE state = 'open' ORDER BY line_id`);
  const one = open[nth % Math.max(open.length, 1)];
  if (!one) return 'nothing to settle';
  await history.floor.settleConflicts('cleo', one.line_id);
  return `line ${one.line_id}`;
}

export async function resume(history: History, { who, verb }: Command & { do: 'resume' }): Promise<string> {
  const stop = await row<{ id: number }>(history.floor.database.read, `SELECT id FROM payout_stops WHERE state <> 'lifted'`);
  if (!stop) return 'not stopped';
  await (verb === 'ask' ? history.floor.askToResume(who, stop.id) : history.floor.resume(who, stop.id, verb));
  return `stop ${stop.id}`;
}
