/** `verify` on what was altered about payouts behind the console's back (PAY-3, PAY-5). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { row, rows, type Transaction } from '../../db/statement.ts';
import { payoutChecks } from '../../server/payouts/verify.ts';
import { openTestDatabase, testEngine, type TestDatabase } from '../database.ts';
import { playSmallWorld } from '../db/small-world.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase({ reference: { now: () => 0 } });
  await playSmallWorld(db.database);
});
afterAll(() => db.close());

async function disarm(transaction: Transaction, table: string): Promise<void> {
  for (const kind of ['no_update', 'no_delete']) {
    await transaction.raw(`DROP TRIGGER IF EXISTS ${table}_${kind}${testEngine === 'postgres' ? ` ON ${table}` : ''}`);
  }
}

class Undone extends Error {}

/** The checks that find something, within a transaction that is taken back. */
async function found(table: string, alter: string): Promise<string[]> {
  let names: string[] = [];
  await db.database.transaction(async (transaction) => {
    await disarm(transaction, table);
    await transaction.raw(alter);
    names = (await payoutChecks(transaction)).filter((check) => check.wrong > 0).map((check) => check.name);
    throw new Undone();
  }).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  return names;
}

const paid = `(SELECT min(id) FROM payout_lines WHERE state = 'paid')`;
const failed = `(SELECT min(id) FROM payout_lines WHERE state = 'failed')`;
const recordOfPaid = `(SELECT min(record_id) FROM payout_line_records WHERE line_id = ${paid})`;

test('each check has something to look at, and nothing is wrong', async () => {
  const checks = await payoutChecks(db.database.read);
  expect(checks.map((check) => [check.name, check.checked > 0, check.wrong, check.first])).toEqual([
    ['payouts_conserved', true, 0, null], ['payout_lines_kept', true, 0, null], ['payout_runs_kept', true, 0, null], ['payout_states', true, 0, null],
    ['payout_leftovers', true, 0, null],
  ]);
  const states = await rows<{ state: string }>(db.database.read, 'SELECT DISTINCT state FROM payout_lines ORDER BY state');
  expect(states.map((one) => one.state)).toEqual(['failed', 'paid', 'ready', 'released']);
  expect((await row<{ n: number }>(db.database.read, 'SELECT count(*) AS n FROM payout_leftovers'))?.n).toBeGreaterThan(0);
});

test.each<[what: string, table: string, alter: string, checks: string[]]>([
  ['a line’s fraction', 'payout_lines', `UPDATE payout_lines SET amount_fraction_e8 = (amount_fraction_e8 + 1) % 100000000 WHERE id = ${paid}`, ['payouts_conserved', 'payout_lines_kept', 'payout_runs_kept']],
  ['a line’s units', 'payout_lines', `UPDATE payout_lines SET amount_units = amount_units + 64 WHERE id = ${paid}`, ['payouts_conserved', 'payout_lines_kept', 'payout_runs_kept']],
  ['a failed line’s amount', 'payout_lines', `UPDATE payout_lines SET amount_units = amount_units + 1 WHERE id = ${failed}`, ['payout_lines_kept', 'payout_runs_kept']],
  ['a line’s number of records', 'payout_lines', `UPDATE payout_lines SET records = records + 1 WHERE id = ${paid}`, ['payout_lines_kept']],
  ['whose line it is', 'payout_lines', `UPDATE payout_lines SET affiliate_id = (SELECT id FROM accounts WHERE uid = 'zoe') WHERE id = ${paid}`, ['payouts_conserved', 'payout_lines_kept']],
  ['a failed line told as paid', 'payout_lines', `UPDATE payout_lines SET state = 'paid' WHERE id = ${failed}`, ['payouts_conserved', 'payout_states']],
  ['a paid line told as failed', 'payout_lines', `UPDATE payout_lines SET state = 'failed' WHERE id = ${paid}`, ['payouts_conserved', 'payout_states']],
  ['when a line was paid', 'payout_lines', `UPDATE payout_lines SET confirmed_at = confirmed_at + 1 WHERE id = ${paid}`, ['payout_states']],
  ['a paid record open again', 'commission_records', `UPDATE commission_records SET status = 'open', distributed_at = NULL WHERE id = ${recordOfPaid}`, ['payouts_conserved', 'payout_states', 'payout_leftovers']],
  ['a paid record’s amount', 'commission_records', `UPDATE commission_records SET amount_e8 = amount_e8 + 1 WHERE id = ${recordOfPaid}`, ['payouts_conserved', 'payout_lines_kept']],
  ['an open record told as paid', 'commission_records', `UPDATE commission_records SET status = 'paid' WHERE id = (SELECT min(record_id) FROM payout_leftovers)`, ['payouts_conserved', 'payout_states', 'payout_leftovers']],
  ['a paid record out of its line', 'payout_line_records', `UPDATE payout_line_records SET active = 0 WHERE record_id = ${recordOfPaid}`, ['payout_states']],
  ['a record of a line gone', 'payout_line_records', `DELETE FROM payout_line_records WHERE record_id = ${recordOfPaid}`, ['payout_lines_kept', 'payout_states']],
  ['an open record that the next batch would not see', 'payout_leftovers', 'DELETE FROM payout_leftovers', ['payout_leftovers']],
  ['a paid record that the next batch would see', 'payout_leftovers', `INSERT INTO payout_leftovers (record_id) VALUES (${recordOfPaid})`, ['payout_leftovers']],
  ['a batch told as paid', 'payout_batches', `UPDATE payout_batches SET state = 'paid', paid_at = 1 WHERE state = 'released'`, ['payout_states']],
  ['a batch told as ready', 'payout_batches', `UPDATE payout_batches SET state = 'ready' WHERE state = 'released'`, ['payout_states']],
  ['what a run made', 'runs', `UPDATE runs SET result = replace(result, '"lines":', '"lines":1') WHERE kind = 'payout'`, ['payout_runs_kept']],
])('%s', async (_what, table, alter, checks) => {
  expect(await found(table, alter)).toEqual(checks);
});
