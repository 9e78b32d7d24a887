/** `verify` on what no record and no closed month rests on: the facts of each import, and what a run says that it made. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { row, type Transaction } from '../../db/statement.ts';
import { importsKept } from '../../server/verify/imports.ts';
import { runsKept } from '../../server/verify/runs.ts';
import { verify } from '../../server/verify/service.ts';
import { openTestDatabase, testEngine, type TestDatabase } from '../database.ts';
import { playSmallWorld } from '../db/small-world.ts';
import { justBefore, trades, transfers } from '../worlds/story.ts';
import type { AnyRow } from '../worlds/feeds.ts';
import { take } from './crowd.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase({ reference: { now: () => 0 } });
  await playSmallWorld(db.database);
  // Nobody is bound to zoe; march is open, and no run has come so far.
  const more = [trades('unbound', 'zoe', '2026-01-20', { fee: '3' }), trades('open', 'bob', justBefore('2026-03-02'), { volume_usdt: '70' })];
  await take(db.database, 'trades', more.map((one) => one.rows[0] as AnyRow));
  await take(db.database, 'transfers', [transfers('zoe', '12', '2026-01-20').rows[0] as AnyRow]);
});
afterAll(() => db.close());

async function disarm(transaction: Transaction, table: string): Promise<void> {
  for (const kind of ['no_update', 'no_delete']) {
    await transaction.raw(`DROP TRIGGER IF EXISTS ${table}_${kind}${testEngine === 'postgres' ? ` ON ${table}` : ''}`);
  }
}

/** The two checks that are asked here; each takes a moment, all of them a while. */
async function wrongOnes(): Promise<{ name: string; wrong: number; first: string | null }[]> {
  const checks = await db.database.snapshot(async (connection) => [await runsKept(connection), await importsKept(connection)]);
  return checks.filter((check) => check.wrong > 0).map(({ name, wrong, first }) => ({ name, wrong, first }));
}

/** Alters one row behind the triggers, asks, and puts back. */
async function findingsAfter(table: string, which: string, alter: string, restore: string): Promise<{ name: string; wrong: number; first: string | null }[]> {
  const key = `WHERE id = ${(await row<{ id: number }>(db.database.read, `SELECT ${which} AS id`))?.id}`;
  await db.database.transaction(async (transaction) => {
    await disarm(transaction, table);
    await transaction.raw(`UPDATE ${table} SET ${alter} ${key}`);
  });
  const findings = await wrongOnes();
  await db.database.transaction((transaction) => transaction.raw(`UPDATE ${table} SET ${restore} ${key}`));
  expect(await wrongOnes()).toEqual([]);
  return findings;
}

const trade = (id: string): string => `(SELECT id FROM trades WHERE trade_id = '${id}')`;
const importOf = async (table: string, which: string): Promise<string> =>
  `import ${(await row<{ n: number }>(db.database.read, `SELECT import_id AS n FROM ${table} WHERE id = ${which}`))?.n}`;

test('verify asks them, and finds nothing wrong where nobody altered anything', async () => {
  const checks = await verify(db.database);
  expect(checks.filter((check) => check.wrong > 0)).toEqual([]);
  expect(checks.filter((check) => ['imports_kept', 'runs_kept'].includes(check.name)).map((check) => check.checked > 0)).toEqual([true, true]);
});

describe('facts that nothing was decided from', () => {
  test.each([
    ['the fee of a trade of an unbound account', 'trades', trade('unbound'), 'fee_e8 = fee_e8 + 1', 'fee_e8 = fee_e8 - 1'],
    ['its volume', 'trades', trade('unbound'), 'volume_e8 = volume_e8 - 4294967296', 'volume_e8 = volume_e8 + 4294967296'],
    ['its instant', 'trades', trade('unbound'), 'executed_at = executed_at + 4096', 'executed_at = executed_at - 4096'],
    ['its account', 'trades', trade('unbound'), 'account_id = account_id - 1', 'account_id = account_id + 1'],
    ['whether it came through the API', 'trades', trade('unbound'), 'via_api = 1 - via_api', 'via_api = 1 - via_api'],
    ['the volume of a trade of a month that is open', 'trades', trade('open'), 'volume_e8 = volume_e8 + 64', 'volume_e8 = volume_e8 - 64'],
    ['a transfer', 'transfers', '(SELECT max(id) FROM transfers)', 'amount_e8 = amount_e8 + 8', 'amount_e8 = amount_e8 - 8'],
    ['a ratio', 'ratios', '(SELECT min(id) FROM ratios)', 'set_at = set_at - 1', 'set_at = set_at + 1'],
    ['an account’s registration', 'accounts', `(SELECT id FROM accounts WHERE uid = 'zoe')`, 'registered_at = registered_at + 2', 'registered_at = registered_at - 2'],
  ])('%s', async (_what, table, which, alter, restore) => {
    const name = await importOf(table, which);
    expect(await findingsAfter(table, which, alter, restore)).toContainEqual({ name: 'imports_kept', wrong: 1, first: name });
  });

  test('a row that says it came with another import, or with none there is', async () => {
    const own = (await importOf('trades', trade('unbound'))).split(' ')[1];
    for (const [other, wrong] of [['1', 2], ['999', 2]] as const) {
      expect(await findingsAfter('trades', trade('unbound'), `import_id = ${other}`, `import_id = ${own}`)).toMatchObject([{ name: 'imports_kept', wrong }]);
    }
  });

  test.each([
    ['how many it accepted', 'accepted = accepted + 1, row_count = row_count + 1', 'accepted = accepted - 1, row_count = row_count - 1'],
    ['duplicates', 'duplicates = duplicates + 1, row_count = row_count + 1', 'duplicates = duplicates - 1, row_count = row_count - 1'],
    ['its control sum', 'control_fraction_e8 = control_fraction_e8 + 1', 'control_fraction_e8 = control_fraction_e8 - 1'],
  ])('what an import says: %s', async (_what, alter, restore) => {
    expect(await findingsAfter('imports', '(SELECT max(id) FROM imports)', alter, restore)).toMatchObject([{ name: 'imports_kept', wrong: 1 }]);
  });

  test('a reject that is gone from its import', async () => {
    const reject = '(SELECT min(id) FROM import_rejects)';
    const name = await importOf('import_rejects', reject);
    const findings = await findingsAfter('import_rejects', reject, 'import_id = 1', `import_id = ${name.split(' ')[1]}`);
    expect(findings).toMatchObject([{ name: 'imports_kept', wrong: 2 }]);
  });
});

describe('what a run says', () => {
  const record = '(SELECT min(id) FROM commission_records WHERE amount_e8 > 0)';
  const run = (kind: string): string => `(SELECT min(id) FROM runs WHERE kind = '${kind}')`;
  const lastRun = `(SELECT max(id) FROM runs WHERE kind = 'commission')`;

  test('a record’s run is another day’s, an evaluation, or none', async () => {
    const { id, run_id } = (await row<{ id: number; run_id: number }>(db.database.read, `SELECT id, run_id FROM commission_records WHERE id = ${record}`)) ?? { id: 0, run_id: 0 };
    for (const other of [lastRun, run('evaluation'), '999']) {
      const findings = await findingsAfter('commission_records', record, `run_id = ${other}`, `run_id = ${run_id}`);
      expect(findings).toMatchObject([{ name: 'runs_kept', first: `run ${run_id}` }]);
      expect(findings[0]?.wrong).toBeGreaterThanOrEqual(2);
      expect(id).toBeGreaterThan(0);
    }
  });

  test('a record’s run day', async () => {
    const { id, run_day } = (await row<{ id: number; run_day: string }>(db.database.read, `SELECT id, run_day FROM commission_records WHERE id = ${record}`)) ?? { id: 0, run_day: '' };
    const findings = await findingsAfter('commission_records', record, `run_day = '2026-01-30'`, `run_day = '${run_day}'`);
    expect(findings).toEqual([{ name: 'runs_kept', wrong: 1, first: `record ${id}` }]);
  });

  test.each([
    ['commission', '"earning":', '"earning":1'],
    ['evaluation', '"evaluated":', '"evaluated":1'],
  ])('the figures of a run of kind %s', async (kind, from, to) => {
    const which = `(SELECT max(id) FROM runs WHERE kind = '${kind}')`;
    const findings = await findingsAfter('runs', which, `result = replace(result, '${from}', '${to}')`, `result = replace(result, '${to}', '${from}')`);
    expect(findings).toMatchObject([{ name: 'runs_kept', wrong: 1 }]);
  });
});
