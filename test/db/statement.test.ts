/** What may reach the database and what may come back: nothing that a driver would round, cut or swallow. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bind, execute, preparedRows, row, rows, type Connection, type Value } from '../../db/statement.ts';
import { cutRate, joinSum, MAX_E8 } from '../../server/money.ts';
import { openTestDatabase, type TestDatabase } from '../database.ts';

let db: TestDatabase;
beforeAll(async () => { db = await openTestDatabase(); });
afterAll(() => db.close());

async function through(value: Value): Promise<string | null> {
  return (await row<{ v: string | null }>(db.database.read, 'SELECT CAST(:value AS TEXT) AS v', { value }))?.v ?? null;
}

const text = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((one) => !one.includes('\0'));

describe('parameters', () => {
  test('an unknown one, a missing one and a bare ? throw', () => {
    expect(() => bind('SELECT :a', { a: 1, b: 2 })).toThrow(':b');
    expect(() => bind('SELECT :a, :b', { a: 1 })).toThrow(':b is not bound');
    expect(() => bind('SELECT ?', {})).toThrow('a bare ?');
  });

  test('comments, casts and quoted text are no places for parameters', () => {
    const sql = `SELECT ':no', ":no", CAST(:a AS text)::date -- :no or ?\n /* :no ? */, ':it''s :no'`;
    expect(bind(sql, { a: 'x' }).bindings).toEqual(['x']);
  });

  test('one name in many places is bound in each', async () => {
    expect(await row(db.database.read, 'SELECT CAST(:a AS TEXT) AS x, CAST(:a AS TEXT) AS y', { a: 'z' })).toEqual({ x: 'z', y: 'z' });
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)])('the number %d is refused', (value) => {
    expect(() => bind('SELECT :a', { a: value })).toThrow('no safe integer');
  });

  test.each([MAX_E8 + 1n, -MAX_E8 - 2n, 10n ** 30n])('the BigInt %d is refused', (value) => {
    expect(() => bind('SELECT :a', { a: value })).toThrow('64 bits');
  });

  test('a NUL is refused', () => expect(() => bind('SELECT :a', { a: 'a\0b' })).toThrow('NUL'));

  test('every 64-bit BigInt and every safe integer arrives as it is', async () => {
    for (const value of [0n, MAX_E8, -MAX_E8 - 1n, 2n ** 53n + 1n, 2n ** 31n, -(2n ** 31n), 2n ** 32n + 1n]) expect(await through(value)).toBe(value.toString());
    const big = fc.bigInt({ min: -MAX_E8 - 1n, max: MAX_E8 });
    await fc.assert(fc.asyncProperty(big, async (value) => (await through(value)) === value.toString()), { numRuns: 60 });
    await fc.assert(fc.asyncProperty(fc.maxSafeInteger(), async (value) => (await through(value)) === value.toString()), { numRuns: 60 });
  });

  test('every text without NUL arrives as it is', async () => {
    await fc.assert(fc.asyncProperty(text, async (value) => (await through(value)) === value), { numRuns: 60 });
  });

  test('true and false are 1 and 0, null is NULL', async () => {
    expect(await row(db.database.read, 'SELECT CAST(:t AS INTEGER) AS t, CAST(:f AS INTEGER) AS f, CAST(:n AS TEXT) AS n', { t: true, f: false, n: null }))
      .toEqual({ t: 1, f: 0, n: null });
  });

  test('a hostile text stays a text', async () => {
    for (const value of [`'; DROP TABLE trades; --`, 'a:b', ':a', '?', '$1', '{{text}}', '\\?', '%_']) expect(await through(value)).toBe(value);
  });
});

describe('what comes back', () => {
  test('an integer beyond 2^53 throws unless it is asked for as text', async () => {
    const sql = 'SELECT CAST(:value AS BIGINT) AS v';
    expect(await row(db.database.read, sql, { value: 2n ** 53n - 1n })).toEqual({ v: Number.MAX_SAFE_INTEGER });
    await expect(rows(db.database.read, sql, { value: 2n ** 53n + 1n })).rejects.toThrow('text');
    await expect(rows(db.database.read, sql, { value: MAX_E8 })).rejects.toThrow('text');
  });

  test('a fraction throws', async () => {
    await expect(rows(db.database.read, 'SELECT CAST(0.5 AS DOUBLE PRECISION) AS v')).rejects.toThrow('text');
  });
});

describe('a statement that writes', () => {
  test('tells how many rows it touched', async () => {
    await db.database.transaction(async (transaction) => {
      const insert = 'INSERT INTO countries (code, name) VALUES (:code, :code)';
      expect(await execute(transaction, insert, { code: 'X1' })).toBe(1);
      expect(await execute(transaction, insert, { code: 'X2' })).toBe(1);
      expect(await execute(transaction, `UPDATE countries SET name = 'both'`)).toBe(2);
      expect(await execute(transaction, 'DELETE FROM countries WHERE code = :code', { code: 'none' })).toBe(0);
    });
  });

  test('is refused where questions are asked', async () => {
    const asked = db.database.snapshot((transaction) => transaction.raw(`INSERT INTO countries (code, name) VALUES ('X3', 'X3')`));
    await expect(asked).rejects.toThrow(/read-?only/);
  });
});

describe('arithmetic of the statements', () => {
  test('REF-6: the engine cuts as BigInt does, and never overflows', async () => {
    const sql = 'SELECT CAST((CAST(:base AS BIGINT) / 10000) * :bps + (CAST(:base AS BIGINT) % 10000) * :bps / 10000 AS TEXT) AS amount';
    const agrees = async (base: bigint, bps: number): Promise<boolean> =>
      (await row<{ amount: string }>(db.database.read, sql, { base, bps }))?.amount === cutRate(base, bps).toString();
    for (const base of [0n, 1n, 9_999n, 10_000n, MAX_E8]) for (const bps of [0, 1, 9_999, 10_000]) expect(await agrees(base, bps)).toBe(true);
    await fc.assert(fc.asyncProperty(fc.bigInt({ min: 0n, max: MAX_E8 }), fc.integer({ min: 0, max: 10_000 }), agrees), { numRuns: 80 });
  });

  test('sums of units and fractions hold what a plain sum would not', async () => {
    const sum = await row<{ units: string; fraction: string }>(
      db.database.read,
      'SELECT CAST(sum(k.a / 100000000) AS TEXT) AS units, CAST(sum(k.a % 100000000) AS TEXT) AS fraction FROM {{list}} k',
      { list: JSON.stringify(Array.from({ length: 50 }, () => ({ a: MAX_E8.toString() }))) },
      { list: db.database.dialect.rowset('list', { a: 'integer' }) },
    );
    expect(joinSum(sum?.units ?? '', sum?.fraction ?? '')).toBe(50n * MAX_E8);
  });

  const item = fc.record({ a: fc.bigInt({ min: -MAX_E8, max: MAX_E8 }).map(String), b: fc.option(text) });
  const columns = { i: 'integer', a: 'integer', b: 'text' } as const;

  test.each(['rowset', 'tuples'] as const)('a set of rows bound as %s comes out as it went in', async (form) => {
    const { dialect, read } = db.database;
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 8 }), async (items) => {
        const numbered = items.map((one, i) => ({ i, ...one }));
        const list = form === 'rowset' ? JSON.stringify(numbered) : dialect.packTuples(columns, numbered);
        const sql = 'SELECT CAST(k.a AS TEXT) AS a, k.b FROM {{list}} k ORDER BY k.i';
        expect(await rows(read, sql, { list }, { list: dialect[form]('list', columns) })).toEqual(items);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a statement that is kept prepared', () => {
  test('answers by its values each time, in a transaction too, and is compiled once for a connection', async () => {
    const ask = (connection: Connection, value: number) => preparedRows<{ n: number }>(connection, 'SELECT CAST(:value AS INTEGER) + 1 AS n', { value });
    await db.database.snapshot(async (connection) => {
      for (const value of [1, 5, 70_000]) expect(await ask(connection, value)).toEqual([{ n: value + 1 }]);
      if (db.database.dialect.engine !== 'postgres') return;
      const kept = `SELECT calls.n FROM (SELECT generic_plans + custom_plans AS n FROM pg_prepared_statements WHERE name LIKE 'kept_%') AS calls`;
      expect(await rows(connection, kept)).toEqual([{ n: 3 }]);
    });
    expect(await ask(db.database.read, 8)).toEqual([{ n: 9 }]);
  });

  test('beyond two hundred texts the others are asked as any statement', async () => {
    for (let n = 0; n < 203; n += 1) expect(await preparedRows(db.database.read, `SELECT ${n} AS n`)).toEqual([{ n }]);
  });

  test('refuses what comes back inexact, as any does', async () => {
    await expect(preparedRows(db.database.read, 'SELECT CAST(0.5 AS DOUBLE PRECISION) AS n')).rejects.toThrow(/inexact/);
  });
});
