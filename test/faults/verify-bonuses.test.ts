/** `verify` finds a bonus that was altered behind the console's back (CAM-4, CAM-6; ATTACKS 32). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verify } from '../../server/verify/service.ts';
import { openTestDatabase, testEngine, type TestDatabase } from '../database.ts';
import { playSmallWorld } from '../db/small-world.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase({ reference: { now: () => 0 } });
  await playSmallWorld(db.database);
  await db.database.transaction(async (transaction) => {
    for (const table of ['bonuses', 'campaign_versions']) {
      for (const kind of ['no_update', 'no_delete']) await transaction.raw(`DROP TRIGGER ${table}_${kind}${testEngine === 'postgres' ? ` ON ${table}` : ''}`);
    }
  });
});
afterAll(() => db.close());

const cash = `id = (SELECT min(id) FROM bonuses WHERE reward = 'cash')`;
const voucher = `id = (SELECT min(id) FROM bonuses WHERE reward = 'fee_voucher')`;

test.each<[string, string, string, string[]]>([
  ['an amount', `UPDATE bonuses SET amount_e8 = amount_e8 + 1 WHERE ${cash}`, `UPDATE bonuses SET amount_e8 = amount_e8 - 1 WHERE ${cash}`,
    ['bonuses_as_promised', 'bonus_records', 'bonus_runs_kept', 'campaign_totals_kept']],
  ['a voucher\'s kind', `UPDATE bonuses SET reward = 'trial_funds' WHERE ${voucher}`, `UPDATE bonuses SET reward = 'fee_voucher' WHERE reward = 'trial_funds'`, ['bonuses_as_promised']],
  ['a state', `UPDATE bonuses SET state = 'distributed' WHERE ${cash}`, `UPDATE bonuses SET state = 'pending' WHERE ${cash}`, ['bonus_records', 'campaign_totals_kept']],
  ['a record that nobody names', `UPDATE bonuses SET record_id = NULL WHERE ${cash}`,
    `UPDATE bonuses SET record_id = (SELECT id FROM commission_records WHERE kind = 'bonus') WHERE ${cash}`, ['bonus_records']],
  ['a budget', 'UPDATE campaign_versions SET budget_e8 = 1', 'UPDATE campaign_versions SET budget_e8 = 1000000000', ['bonuses_within_bounds']],
  ['what is kept of a campaign', 'UPDATE campaign_totals SET distributed_e8 = distributed_e8 + 1', 'UPDATE campaign_totals SET distributed_e8 = distributed_e8 - 1', ['campaign_totals_kept']],
  ['a cap', 'UPDATE campaign_versions SET cap_e8 = 1', 'UPDATE campaign_versions SET cap_e8 = NULL', ['bonuses_within_bounds']],
])('%s', async (_what, alter, restore, names) => {
  const find = async (): Promise<string[]> => (await verify(db.database)).filter((check) => check.wrong > 0).map((check) => check.name);
  await db.database.transaction((transaction) => transaction.raw(alter));
  const found = await find();
  await db.database.transaction((transaction) => transaction.raw(restore));
  expect(found).toEqual(names);
  expect(await find()).toEqual([]);
});
