/** `verify` finds what was altered behind the console's back, which the database's own checks do not see (ATTACKS 32). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { row, type Transaction } from '../../db/statement.ts';
import { verify } from '../../server/verify/service.ts';
import { openTestDatabase, testEngine, type TestDatabase } from '../database.ts';
import { playSmallWorld } from '../db/small-world.ts';
import { buildServer, ops } from './ops.ts';

let db: TestDatabase;
beforeAll(async () => {
  await buildServer();
  db = await openTestDatabase({ reference: { now: () => 0 } });
  await playSmallWorld(db.database);
});
afterAll(() => db.close());

async function disarm(transaction: Transaction, table: string): Promise<void> {
  for (const kind of ['no_update', 'no_delete']) {
    await transaction.raw(`DROP TRIGGER IF EXISTS ${table}_${kind}${testEngine === 'postgres' ? ` ON ${table}` : ''}`);
  }
}

/** Alters behind the triggers, asks, and puts back. */
async function findingsAfter(table: string, alter: string, restore: string): Promise<Record<string, { wrong: number; first: string | null }>> {
  await db.database.transaction(async (transaction) => {
    await disarm(transaction, table);
    await transaction.raw(alter);
  });
  const findings = (await verify(db.database)).filter((check) => check.wrong > 0);
  await db.database.transaction((transaction) => transaction.raw(restore));
  expect((await verify(db.database)).filter((check) => check.wrong > 0)).toEqual([]);
  return Object.fromEntries(findings.map(({ name, wrong, first }) => [name, { wrong, first }]));
}

const record = `(SELECT min(id) FROM commission_records WHERE amount_e8 > 0)`;
const trade = `(SELECT trade_ref FROM commission_records WHERE id = ${record})`;
const evaluated = `(SELECT min(id) FROM evaluations WHERE tier_reached = 1)`;

test('nothing is wrong in a world that nobody altered, and something was looked at in each check', async () => {
  const checks = await verify(db.database);
  expect(checks.map((check) => [check.name, check.wrong, check.checked > 0])).toEqual(checks.map((check) => [check.name, 0, true]));
});

describe('one flipped bit', () => {
  test.each([
    ['an amount', 'commission_records', `amount_e8 = amount_e8 + 256`, `amount_e8 = amount_e8 - 256`, record, ['records_derived', 'totals_kept']],
    ['a base', 'commission_records', `base_e8 = base_e8 + 1`, `base_e8 = base_e8 - 1`, record, ['records_derived']],
    ['a rate', 'commission_records', `rate_bps = rate_bps + 1`, `rate_bps = rate_bps - 1`, record, ['records_derived']],
    ['a currency', 'commission_records', `currency = 'USDU'`, `currency = 'USDT'`, `(SELECT min(id) FROM commission_records WHERE currency = 'USDT')`, ['records_derived', 'totals_kept']],
    ['a record’s checks', 'commission_records', `checks = '111111110'`, `checks = '111111111'`, record, ['records_derived']],
    ['an inviter', 'commission_records', `inviter_id = inviter_id + 1`, `inviter_id = inviter_id - 1`, record, ['records_derived', 'totals_kept']],
    ['a trade’s fee', 'trades', `fee_e8 = fee_e8 - 16`, `fee_e8 = fee_e8 + 16`, trade, ['records_derived']],
    ['a trade’s instant', 'trades', `executed_at = executed_at + 1`, `executed_at = executed_at - 1`, trade, ['records_derived']],
    ['a trade’s volume', 'trades', `volume_e8 = volume_e8 + 1024`, `volume_e8 = volume_e8 - 1024`, trade, ['evaluations_derived']],
    ['an evaluation’s volume', 'evaluations', 'volume_fraction_e8 = volume_fraction_e8 + 1', 'volume_fraction_e8 = volume_fraction_e8 - 1', evaluated, ['evaluations_derived']],
    ['an evaluation’s tier', 'evaluations', 'tier_reached = tier_reached + 1', 'tier_reached = tier_reached - 1', evaluated, ['evaluations_derived']],
    ['an evaluation’s outcome', 'evaluations', `outcome = 'retention'`, `outcome = 'promotion'`, evaluated, ['evaluations_derived']],
  ])('%s', async (_what, table, alter, restore, id, names) => {
    // The row is named before it is altered: a condition on what was altered would not find it again.
    const number = (await row<{ id: number }>(db.database.read, `SELECT ${id} AS id`))?.id;
    const findings = await findingsAfter(table, `UPDATE ${table} SET ${alter} WHERE id = ${number}`, `UPDATE ${table} SET ${restore} WHERE id = ${number}`);
    expect(Object.keys(findings).filter((name) => names.includes(name))).toEqual(names);
    if (table === 'commission_records') expect(findings['records_derived']).toEqual({ wrong: 1, first: String(number) });
  });

  test.each([['records = records + 1', 'records = records - 1'], ['amount_units = amount_units + 64', 'amount_units = amount_units - 64'], ['amount_fraction_e8 = amount_fraction_e8 + 1', 'amount_fraction_e8 = amount_fraction_e8 - 1']])('a kept total: %s', async (alter, restore) => {
    const one = `WHERE day = '2026-01-06' AND currency = 'BNB'`;
    const findings = await findingsAfter('commission_totals', `UPDATE commission_totals SET ${alter} ${one}`, `UPDATE commission_totals SET ${restore} ${one}`);
    expect(Object.keys(findings)).toEqual(['totals_kept']);
    expect(findings['totals_kept']).toMatchObject({ wrong: 1, first: expect.stringContaining('2026-01-06') });
  });

  test.each([
    ['at', 'at = at + 1', 'at = at - 1'],
    ['actor', `actor = 'sxstem'`, `actor = 'system'`],
    ['changes', `changes = changes || ' '`, 'changes = substr(changes, 1, length(changes) - 1)'],
    ['a reason where there was none', `reason = 'x'`, 'reason = NULL'],
  ])('an audit event: %s', async (_what, alter, restore) => {
    const findings = await findingsAfter('audit_events', `UPDATE audit_events SET ${alter} WHERE seq = 3`, `UPDATE audit_events SET ${restore} WHERE seq = 3`);
    expect(findings).toEqual({ audit_chain: { wrong: 1, first: '3' } });
  });
});

describe('a row too few or too many', () => {
  test('an audit event is missing', async () => {
    const findings = await findingsAfter('audit_events', 'UPDATE audit_events SET seq = 100000 WHERE seq = 3', 'UPDATE audit_events SET seq = 3 WHERE seq = 100000');
    expect(findings['audit_chain']?.first).toBe('3');
  });

  test('the head of the chain was set back', async () => {
    const findings = await findingsAfter('audit_head', 'UPDATE audit_head SET seq = seq + 1', 'UPDATE audit_head SET seq = seq - 1');
    expect(findings['audit_chain']?.wrong).toBe(1);
  });

  test('a record is missing', async () => {
    const alter = `UPDATE commission_records SET kind = 'correction' WHERE id = ${record}`;
    const findings = await findingsAfter('commission_records', alter, `UPDATE commission_records SET kind = 'commission' WHERE kind = 'correction'`);
    expect(findings['records_complete']).toMatchObject({ wrong: 1 });
    expect(findings['totals_kept']).toBeDefined();
  });
});

test('the command tells it, names the first, and exits with 3', async () => {
  await db.database.transaction(async (transaction) => {
    await disarm(transaction, 'commission_records');
    await transaction.raw(`UPDATE commission_records SET amount_e8 = amount_e8 + 1 WHERE id = ${record}`);
  });
  expect(await ops(db.url, 'verify')).toMatchObject({
    exit: 3, result: { checks: expect.arrayContaining([expect.objectContaining({ name: 'records_derived', wrong: 1, first: expect.stringMatching(/^\d+$/) })]) },
  });
});
