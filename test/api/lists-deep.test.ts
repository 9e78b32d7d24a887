import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/connection.ts';
import { execute, rows } from '../../db/statement.ts';
import { addToTotals } from '../../server/commissions/totals.ts';
import { commissionsSource } from '../../server/commissions/store.ts';
import { DAY_MS, formatInstant } from '../../server/calendar.ts';
import { csvOf } from '../../server/exports/lines.ts';
import { listPage } from '../../server/lists/page.ts';
import type { Condition, ListQuery } from '../../server/lists/query.ts';
import { openTestDatabase } from '../database.ts';
import { firstDay } from './lists-world.ts';

/** Deep pages are walked by key: they must be those that a plain OFFSET gives, with and without gaps in the ids. */

let database: Database;
let close: () => Promise<void>;

/** Records 1…n times `step`; every third of the second affiliate, several at one instant, the last days first to arrive. */
const insertSql = `
  INSERT INTO commission_records (id, kind, inviter_id, invitee_id, programme, executed_at, product, family, base_e8, amount_e8, currency, reason, checks,
    status, run_id, run_day, known_at)
  SELECT n.i * {{step}}, 'commission', CASE WHEN n.i % 3 = 0 THEN 2 ELSE 1 END, CASE WHEN n.i % 3 = 0 THEN 1 ELSE 2 END,
    'referral', :first + (n.i % 3) * ${DAY_MS} + (n.i % 1000) * 1000,
    'spot', 'spot_margin', n.i % 500, 0, 'USDT', 'api_trade', '', 'zero', 1, '2026-02-22', 1
  FROM (WITH RECURSIVE c(i) AS (SELECT CAST(:from AS BIGINT) UNION ALL SELECT i + 1 FROM c WHERE i < :to) SELECT i FROM c) n ORDER BY n.i`;

function insert(from: number, to: number, gap: number): Promise<void> {
  return database.transaction(async (transaction) => {
    const before = (await rows<{ id: number | null }>(transaction, 'SELECT max(id) AS id FROM commission_records'))[0]?.id ?? 0;
    await execute(transaction, insertSql, { first: firstDay, from, to }, { step: String(gap) });
    await addToTotals(transaction, before);
  });
}

async function openWorld(step: number): Promise<void> {
  ({ database, close } = await openTestDatabase());
  await database.transaction(async (transaction) => {
    await execute(transaction, `INSERT INTO accounts (id, uid, registered_at, country, account_type, kyc_level, vip_level, import_id)
      VALUES (1, 'one', 0, 'DE', 'normal', 'none', 0, 1), (2, 'two', 0, 'DE', 'normal', 'none', 0, 1)`);
    await execute(transaction, `INSERT INTO runs (id, kind, period, state, progress_bps, range_from, range_until, cursor_at, cursor_id, result, requested_by,
      started_at) VALUES (1, 'commission', '2026-02-22', 'done', 10000, 0, 0, 0, 0, '{}', 'system', 0)`);
  });
  await insert(1, 61_000, step);
}

const mine: Condition = { field: 'inviter_uid', operator: 'eq', value: 'two' };
const since: Condition = { field: 'executed_at', operator: 'gte', value: formatInstant(firstDay + DAY_MS) };
const orders: [ListQuery['sort'], Condition[], string][] = [
  [{ field: 'id', direction: 'ASC' }, [], 'id'],
  [{ field: 'id', direction: 'DESC' }, [], 'id DESC'],
  [{ field: 'executed_at', direction: 'ASC' }, [], 'executed_at, id'],
  [{ field: 'executed_at', direction: 'DESC' }, [], 'executed_at DESC, id'],
  [{ field: 'executed_at', direction: 'DESC' }, [since], 'executed_at DESC, id'],
  [{ field: 'id', direction: 'DESC' }, [mine], 'id DESC'],
  [{ field: 'base', direction: 'ASC' }, [mine], 'base_e8, id'],
];

function whereOf(filter: Condition[]): string {
  if (filter.includes(mine)) return 'inviter_id = 2';
  return filter.includes(since) ? `executed_at >= ${firstDay + DAY_MS}` : '';
}

async function compareWithOffset([sort, filter, order]: (typeof orders)[number], firsts: number[]): Promise<void> {
  const where = whereOf(filter);
  for (const first of firsts) {
    const page = await listPage(database.read, commissionsSource(0), { sort, filter, range: { first, last: first + 9 } }, 'operations');
    const expected = await rows<{ id: number }>(
      database.read,
      `SELECT id FROM commission_records ${where && `WHERE ${where}`} ORDER BY ${order} LIMIT 10 OFFSET :first`,
      { first },
    );
    expect(page.rows.map((row) => row.id), `${order} from ${first}`).toEqual(expected.map((row) => String(row.id)));
  }
}

describe.each([1, 7])('with ids %i apart', (step) => {
  beforeAll(() => openWorld(step));
  afterAll(() => close());

  it.each(orders)('by %j %j, deep pages are those of a plain OFFSET, asked in any order, and after more has come', async (...order) => {
    await compareWithOffset(order, [6_500, 5_001, 13_990, 20_330, 60_990, 15_003, 60_995, 40_000, 10_000, 5_000, 0, 70_000]);
    const [{ n }] = (await rows<{ n: number }>(database.read, 'SELECT max(id) / :step AS n FROM commission_records', { step })) as [{ n: number }];
    await insert(n + 1, n + 50, step);
    await compareWithOffset(order, [6_500, 13_990, 60_990]);
  });

  it.each(orders.slice(0, 6))('by %j %j, the export is the whole list', async (sort, filter, order) => {
    let text = '';
    for await (const chunk of csvOf(database.read, commissionsSource(0), { sort, filter, range: { first: 0, last: 0 } }, 'operations')) text += chunk;
    const lines = text.split('\n').slice(1, -1);
    const where = whereOf(filter);
    const expected = await rows<{ id: number }>(database.read, `SELECT id FROM commission_records ${where && `WHERE ${where}`} ORDER BY ${order}`);
    expect(lines.map((line) => line.slice(0, line.indexOf(',')))).toEqual(expected.map(({ id }) => String(id)));
  });

  it('the total is exact where the kept aggregates tell it', async () => {
    const [{ n }] = (await rows<{ n: number }>(database.read, 'SELECT count(*) AS n FROM commission_records')) as [{ n: number }];
    expect(await totalOf([])).toEqual({ total: n, capped: false });
    expect(await totalOf([mine])).toEqual({ total: Math.floor(n / 3), capped: false });
    expect(await totalOf([since])).toEqual({ total: 10_001, capped: true });
    const oneDay: Condition = { field: 'executed_at', operator: 'lt', value: formatInstant(firstDay + 2 * DAY_MS) };
    expect(await totalOf([since, oneDay])).toMatchObject({ capped: false });
  });
});

async function totalOf(filter: Condition[]): Promise<object> {
  const query: ListQuery = { sort: { field: 'executed_at', direction: 'ASC' }, range: { first: 0, last: 0 }, filter };
  const { total, capped } = await listPage(database.read, commissionsSource(0), query, 'operations');
  return { total, capped };
}
