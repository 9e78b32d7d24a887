/** db/schema.sql and db/schema.postgres.sql are what the migrations come to. `UPDATE_SCHEMA=1` draws them anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rows } from '../../db/statement.ts';
import { openTestDatabase, testEngine, type TestDatabase } from '../database.ts';
import { columnsOf, pictureOf, tableNames } from './catalogue.ts';

const file = new URL(`../../db/schema${testEngine === 'postgres' ? '.postgres' : ''}.sql`, import.meta.url);
const header = `-- The schema that the migrations come to on ${testEngine === 'postgres' ? 'PostgreSQL' : 'SQLite'}, to read; nothing is made from it.
-- test/db/schema.test.ts compares it; run with UPDATE_SCHEMA=1 it draws it anew.

`;

let db: TestDatabase;
beforeAll(async () => { db = await openTestDatabase(); });
afterAll(() => db.close());

test('the committed picture is the migrated schema', async () => {
  const picture = header + (await pictureOf(db.database));
  if (process.env['UPDATE_SCHEMA'] === '1') writeFileSync(file, picture);
  expect(picture).toBe(readFileSync(file, 'utf8'));
});

test('every column is a text or a 64-bit integer, an amount the latter', async () => {
  const columns = await columnsOf(db.database);
  const integer = testEngine === 'sqlite' ? 'integer' : 'bigint';
  expect([...new Set(columns.map((one) => one.kind))].sort()).toEqual([integer, 'text']);
  expect(columns.filter((one) => one.name.endsWith('_e8') && one.kind !== integer)).toEqual([]);
});

test('every table of SQLite is STRICT', async () => {
  const sql = {
    sqlite: `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 1`,
    // There every table is.
    postgres: `SELECT CAST(tablename AS text) AS name FROM pg_tables WHERE schemaname = 'public'`,
  };
  const strict = await rows<{ name: string }>(db.database.read, sql[testEngine]);
  expect(strict.map((one) => one.name).sort()).toEqual(await tableNames(db.database));
});

test('text sorts by code point', async () => {
  await db.database.transaction(async (transaction) => {
    for (const code of ['a', 'B', 'é', 'Z', '_', '10', '9', '😀', 'ﬀ']) await transaction.raw('INSERT INTO countries (code, name) VALUES (?, ?)', [code, code]);
  });
  const sorted = await rows<{ code: string }>(db.database.read, 'SELECT code FROM countries ORDER BY code');
  expect(sorted.map((one) => one.code)).toEqual(['10', '9', 'B', 'Z', '_', 'a', 'é', 'ﬀ', '😀']);
});
