/** Facts and decisions: nothing changes or deletes a row, by whatever statement (DESIGN 5). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { row } from '../../db/statement.ts';
import { openTestDatabase, testEngine, type TestDatabase } from '../database.ts';
import { columnsOf, tableNames } from './catalogue.ts';
import { playSmallWorld } from './small-world.ts';

/** Table → the columns that may still move. All others never. */
const facts: Record<string, string[]> = {
  accounts: [],
  account_events: [],
  account_states: ['known_to'],
  bindings: [],
  binding_refusals: [],
  enrolments: [],
  enrolment_periods: ['known_to'],
  boost_periods: ['known_to'],
  trades: [],
  transfers: [],
  ratios: [],
  prices: [],
  rulebooks: ['effective_to', 'state', 'decided_by', 'decided_at'],
  rulebook_products: [],
  rulebook_tiers: [],
  rulebook_ratios: [],
  rulebook_countries: [],
  commission_records: ['status', 'distributed_at'],
  closed_months: [],
  evaluations: [],
  tier_reviews: ['state', 'decided_by', 'decided_at', 'comment', 'evidence'],
  status_changes: ['state', 'decided_by', 'decided_by_id', 'decided_at', 'comment', 'preview', 'applied_at'],
  deactivations: [],
  boosts: ['state', 'decided_by', 'decided_by_id', 'decided_at', 'comment'],
  payout_batches: ['state', 'released_by', 'released_at', 'comment', 'paid_at'],
  payout_lines: ['state', 'withdrawn_because', 'confirmed_at', 'reference', 'import_id'],
  payout_line_records: ['active'],
  payout_conflicts: ['state', 'settled_by', 'settled_at', 'comment'],
  payout_stops: [
    'state', 'resume_reason', 'resume_requested_by', 'resume_requested_by_id', 'resume_requested_at', 'lifted_by', 'lifted_by_id', 'lifted_at',
  ],
  reversals: ['state', 'decided_by', 'decided_by_id', 'decided_at', 'comment', 'result_record_id'],
  corrections: ['state', 'decided_by', 'decided_by_id', 'decided_at', 'comment', 'result_record_id'],
  shortfalls: [],
  manifests: [],
  manifest_overrides: ['state', 'decided_by', 'decided_by_id', 'decided_at', 'comment'],
  notes: [],
  campaigns: ['code', 'kind', 'audience', 'state', 'version_id', 'ended_at'],
  campaign_versions: ['state', 'decided_by', 'decided_by_id', 'decided_at', 'comment', 'in_force_from', 'in_force_to'],
  campaign_openings: ['to_at'],
  campaign_joins: [],
  bonuses: ['state', 'distributed_at', 'reference', 'import_id'],
  recalls: [],
  applications: ['state', 'decided_by', 'decided_by_id', 'decided_at', 'comment'],
  content_reviews: ['state', 'reason_code', 'decided_by', 'decided_by_id', 'decided_at', 'comment', 'issued'],
  account_managers: ['to_at'],
  staff_changes: ['staff_id', 'state', 'decided_by', 'decided_by_id', 'decided_at', 'comment'],
  audit_samples: ['conclusion', 'comment', 'signed_by', 'signed_by_id', 'signed_at'],
  audit_sample_records: ['conclusion', 'note', 'concluded_by', 'concluded_at', 'signed_at'],
  audit_events: [],
  reveals: [],
};
/** Tables whose rows may change: work under way, sums that follow, and what may be erased. */
const atWork = [
  'account_identities', 'audit_head', 'bonus_waits', 'campaign_totals', 'claims', 'commission_totals', 'countries', 'engine_head', 'feed_days', 'free_texts', 'import_rejects', 'imports', 'income_totals', 'late_trades',
  'payout_leftovers', 'referral_totals', 'revisions', 'routine_lease', 'runs', 'saved_views', 'schema_migrations', 'second_factors', 'sessions', 'sign_in_failures', 'staff', 'traded_invitees', 'traded_totals',
];

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase({ reference: { now: () => 0 } });
  await playSmallWorld(db.database);
  await db.database.transaction(async (transaction) => {
    await transaction.raw(`INSERT INTO boost_periods (account_id, programme, from_at, to_at, known_from, known_to, cause) VALUES (1, 'partner', 1, 2, 1, 8640000000000000, 'x')`);
    await transaction.raw(`INSERT INTO reveals (staff_id, account_id, fields, reason, at) VALUES (1, 1, 'email', 'because', 0)`);
  });
});
afterAll(() => db.close());

function attempt(sql: string): Promise<unknown> {
  return db.database.transaction((transaction) => transaction.raw(sql));
}

/** What the database says to it; nothing of it stays. */
async function answerTo(...statements: string[]): Promise<string> {
  return db.database.transaction(async (transaction) => {
    for (const sql of statements) await transaction.raw(sql);
    throw new Error('done and taken back');
  }).catch((error: Error) => error.message);
}

test('every table is either append-only or named as one at work', async () => {
  expect(await tableNames(db.database)).toEqual([...Object.keys(facts), ...atWork].sort());
});

/** A value that a column may move to, where not any does. */
const moved: Record<string, string> = {
  known_to: 'known_to - 1', effective_to: 'effective_to - 1', active: '0', state: `'rejected'`,
  status: `CASE WHEN status = 'zero' THEN status ELSE 'paid' END`,
  'payout_batches.state': `'paid'`, 'payout_lines.state': `'failed'`, 'payout_conflicts.state': `'settled'`, 'payout_stops.state': `'lifted'`,
  'account_managers.to_at': 'from_at', 'campaign_openings.to_at': 'from_at', 'bonuses.state': `'failed'`,
  'audit_samples.conclusion': `'satisfactory'`, 'audit_sample_records.conclusion': `'exception'`,
  'campaigns.code': `code || 'x'`, 'campaigns.kind': `'exclusive'`, 'campaigns.audience': `'all'`, 'campaigns.state': `'ended'`,
};

describe.each(Object.entries(facts))('%s', (table, movable) => {
  const refused = new RegExp(`${table} is append-only`);

  test('there is a row to try it on', async () => {
    expect(await row(db.database.read, `SELECT 1 AS yes FROM ${table} LIMIT 1`)).toBeDefined();
  });

  test('DELETE is refused', () => expect(attempt(`DELETE FROM ${table}`)).rejects.toThrow(refused));

  test('UPDATE of every decided column is refused, one by one, to another value and to none', async () => {
    const changed: string[] = [];
    for (const { name, kind } of await columnsOf(db.database, table)) {
      if (movable.includes(name)) continue;
      // Far away, so that no unique key refuses it first.
      const other = kind === 'text' ? `COALESCE(${name}, '') || 'x'` : `COALESCE(${name} % 1000, 0) + 1000000`;
      const answers = [await answerTo(`UPDATE ${table} SET ${name} = ${other}`), await answerTo(`UPDATE ${table} SET ${name} = NULL`)];
      const empty = (await row(db.database.read, `SELECT 1 AS yes FROM ${table} WHERE ${name} IS NOT NULL LIMIT 1`)) === undefined;
      if (!refused.test(answers[0] as string) || !(empty || /append-only|NOT NULL|not-null|datatype mismatch/.test(answers[1] as string))) changed.push(name);
    }
    expect(changed).toEqual([]);
  });

  test('what may move moves', async () => {
    const kinds = new Map((await columnsOf(db.database, table)).map((one) => [one.name, one.kind]));
    for (const column of movable) {
      const to = moved[`${table}.${column}`] ?? moved[column] ?? (kinds.get(column) === 'text' ? `'someone'` : column.endsWith('_id') ? 'NULL' : '7');
      const tried = db.database.transaction(async (transaction) => {
        await transaction.raw(`UPDATE ${table} SET ${column} = ${to}`);
        throw new Error('it moves');
      });
      await expect(tried, column).rejects.toThrow('it moves');
    }
  });

  test('replacing and truncating are refused', async () => {
    const sql = testEngine === 'postgres' ? `TRUNCATE ${table} CASCADE` : `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`;
    await expect(attempt(sql)).rejects.toThrow(/is append-only/);
  });
});

describe('what is taken back (CAM-3)', () => {
  const waits = `UPDATE campaign_versions SET state = 'pending' WHERE id = 1`;
  const takes = (set: string): string => `UPDATE campaign_versions SET state = 'rejected', taken_back = 1, ${set} WHERE id = 1`;
  const asker = 'decided_by = requested_by, decided_by_id = requested_by_id';

  test('was waiting, and is taken back by who asked', async () => {
    expect(await answerTo(waits, takes(asker))).toBe('done and taken back');
  });

  test.each([
    ['by somebody else', [waits, takes(`decided_by = 'x', decided_by_id = requested_by_id`)]],
    ['by nobody', [waits, takes('decided_by = NULL, decided_by_id = NULL')]],
    ['once it was decided', [takes(asker)]],
    ['and still waits', [waits, `UPDATE campaign_versions SET taken_back = 1, ${asker} WHERE id = 1`]],
    ['and then not', [waits, takes(asker), 'UPDATE campaign_versions SET taken_back = 0 WHERE id = 1']],
  ])('%s: refused', async (_how, statements) => {
    expect(await answerTo(...statements)).toMatch(/campaign_versions is append-only/);
  });
});

test('a sample that is signed off gets no further record', async () => {
  const further = `INSERT INTO audit_sample_records (sample_id, position, record_id, draw, stored, stored_e8, agrees, performed_at)
    SELECT 1, 1000, max(id), 'x', '{}', 0, 1, 0 FROM commission_records WHERE id NOT IN (SELECT record_id FROM audit_sample_records WHERE sample_id = 1)`;
  expect(await answerTo(further)).toBe('done and taken back');
  const signed = `UPDATE audit_samples SET conclusion = 'satisfactory', signed_by = 'x', signed_at = 1 WHERE id = 1`;
  expect(await answerTo(signed, further)).toMatch(/audit_sample_records is append-only/);
});
