/** Up, down and up again, on a database that has been worked with. */
import { afterEach, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../db/connection.ts';
import { migrate, rollback } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';
import { row } from '../../db/statement.ts';
import { seedReference } from '../../seeds/reference/index.ts';
import { verify } from '../../server/verify/service.ts';
import { openTestDatabase, type TestDatabase } from '../database.ts';
import { pictureOf, tableNames } from './catalogue.ts';
import { playSmallWorld } from './small-world.ts';

const clock = { now: () => 0 };
/** Some 780 steps each way. */
const MANY_STEPS_MS = 240_000;
const names = migrations.map((one) => one.name);
const opened: TestDatabase[] = [];

afterEach(async () => {
  for (const db of opened.splice(0)) await db.close();
});

async function fresh(options: { reference?: typeof clock } = {}): Promise<Database> {
  const db = await openTestDatabase(options);
  opened.push(db);
  return db.database;
}

async function populated(): Promise<Database> {
  const database = await fresh({ reference: clock });
  await playSmallWorld(database);
  return database;
}

async function countsOf(database: Database): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of await tableNames(database)) counts[table] = (await row<{ n: number }>(database.read, `SELECT count(*) AS n FROM ${table}`))?.n ?? -1;
  return counts;
}

async function allDown(database: Database): Promise<string[]> {
  const down: string[] = [];
  for (let name = await rollback(database); name !== null; name = await rollback(database)) down.push(name);
  return down;
}

describe('on a populated database', () => {
  test('the small world leaves something in every table but those of the sign-in, and what is taken up at once', async () => {
    const counts = await countsOf(await populated());
    const empty = Object.keys(counts).filter((table) => counts[table] === 0);
    expect(empty).toEqual(['boost_periods', 'late_trades', 'reveals', 'second_factors', 'sessions', 'sign_in_failures']);
  });

  test('down one by one to nothing, and up again: the same schema, and the same world can be played', async () => {
    const database = await populated();
    const before = await pictureOf(database);
    expect(await allDown(database)).toEqual(names.toReversed());
    expect(await tableNames(database)).toEqual(['schema_migrations']);
    expect(await migrate(database)).toEqual(names);
    expect(await pictureOf(database)).toBe(before);
    await database.transaction((transaction) => seedReference(transaction, clock));
    await playSmallWorld(database);
    expect((await verify(database)).filter((check) => check.wrong > 0)).toEqual([]);
  });

  test('each number of steps down and up again: the same schema, and what lies below is untouched', async () => {
    const database = await populated();
    const before = await pictureOf(database);
    for (let steps = 1; steps <= names.length; steps++) {
      for (let step = 0; step < steps; step++) await rollback(database);
      const { schema_migrations: applied, ...left } = await countsOf(database);
      expect(applied).toBe(names.length - steps);
      await migrate(database);
      expect(await pictureOf(database), `${steps} down`).toBe(before);
      expect(await countsOf(database), `${steps} down`).toMatchObject(left);
    }
  }, MANY_STEPS_MS);
});

describe('starting', () => {
  test('a second time does nothing', async () => {
    expect(await migrate(await fresh())).toEqual([]);
  });

  test('a database of a newer console is refused, up and down, and left as it is', async () => {
    const database = await populated();
    await database.transaction((transaction) => transaction.raw('INSERT INTO schema_migrations (position, name) VALUES (?, ?)', [names.length, '9999_from_the_future']));
    const before = await countsOf(database);
    await expect(migrate(database)).rejects.toThrow('9999_from_the_future');
    await expect(rollback(database)).rejects.toThrow('9999_from_the_future');
    expect(await countsOf(database)).toEqual(before);
  });

  test('a database whose steps are not a beginning of ours is refused', async () => {
    const database = await fresh();
    await database.transaction((transaction) => transaction.raw('UPDATE schema_migrations SET name = ? WHERE position = 3', ['0004_of_a_branch']));
    await expect(migrate(database)).rejects.toThrow('0004_of_a_branch');
  });

  test('six at once on an empty database share the work: each step once', async () => {
    const database = await fresh();
    await allDown(database);
    const six = Array.from({ length: 6 }, () => openDatabase(database.url));
    try {
      const done = await Promise.all(six.map((one) => migrate(one)));
      expect(done.flat().sort()).toEqual(names);
    } finally {
      for (const one of six) await one.close();
    }
  });

  test('a step that fails half-way leaves nothing of itself', async () => {
    const database = await fresh();
    const madeBy = migrations.map(({ up }) => up(database.dialect.engine).flatMap((sql) => /^CREATE (?:TABLE|UNIQUE INDEX|INDEX) (\w+)/.exec(sql)?.[1] ?? []).at(-1));
    const place = madeBy.findLastIndex((name) => name !== undefined);
    const made = madeBy[place] as string;
    for (let left = migrations.length; left > place; left--) await rollback(database);
    await database.transaction((transaction) => transaction.raw(`CREATE TABLE ${made} (id INTEGER)`));
    const before = await pictureOf(database);
    await expect(migrate(database)).rejects.toThrow(made);
    expect(await pictureOf(database)).toBe(before);
    await database.transaction((transaction) => transaction.raw(`DROP TABLE ${made}`));
    expect(await migrate(database)).toEqual(names.slice(place));
  });
});
