import { openDatabase, type Database } from '../db/connection.ts';
import type { Engine } from '../db/dialect.ts';
import { migrate } from '../db/migrate.ts';
import { seedReference } from '../seeds/reference/index.ts';
import type { Clock } from '../server/clock.ts';
import { nothing, type Filling, type TestDatabaseUrl } from './databases/filling.ts';
import { postgresDatabase } from './databases/postgres.ts';
import { sqliteDatabase } from './databases/sqlite.ts';

export type { Filling, TestDatabaseUrl } from './databases/filling.ts';

/** The engine of this run: `TEST_ENGINE`, SQLite unless told otherwise. */
export const testEngine: Engine = process.env.TEST_ENGINE === 'postgres' ? 'postgres' : 'sqlite';

export interface TestDatabase {
  database: Database;
  /** For processes that open the same database themselves. */
  url: string;
  /** Closes the connections and takes the database away. */
  close(): Promise<void>;
}

/** A database of its own, migrated and empty; with `reference`, countries and rulebooks are in it, or what `filling` says. */
export interface Wanted {
  reference?: Clock;
  filling?: Filling;
}

export async function openTestDatabase(wanted: Wanted = {}): Promise<TestDatabase> {
  const { url, remove } = await testDatabaseUrl(wanted);
  const database = openDatabase(url);
  return {
    database,
    url,
    close: async () => {
      await database.close();
      await remove();
    },
  };
}

/** The same for tests that start processes. */
export function testDatabaseUrl({ reference, filling = reference ? referenceAt(reference) : nothing }: Wanted = {}): Promise<TestDatabaseUrl> {
  return testEngine === 'sqlite' ? sqliteDatabase(filling) : postgresDatabase(filling);
}

/** Migrates the database that the others are copied from; once per run (test/run/setup.mjs). */
export async function migrateTemplate(url: string): Promise<void> {
  const database = openDatabase(url);
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
}

function referenceAt(clock: Clock): Filling {
  return {
    name: `reference at ${clock.now()}`,
    fill: (database) => database.transaction((transaction) => seedReference(transaction, clock)),
  };
}
