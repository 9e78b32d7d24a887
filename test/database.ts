import { randomBytes } from 'node:crypto';
import { constants, copyFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { openDatabase, type Database } from '../db/connection.ts';
import type { Engine } from '../db/dialect.ts';
import { migrate } from '../db/migrate.ts';
import { seedReference } from '../seeds/reference/index.ts';
import type { Clock } from '../server/clock.ts';

/** The engine of this run: `TEST_ENGINE`, SQLite unless told otherwise. */
export const testEngine: Engine = process.env.TEST_ENGINE === 'postgres' ? 'postgres' : 'sqlite';

export interface TestDatabase {
  database: Database;
  /** For processes that open the same database themselves. */
  url: string;
  /** Closes the connections and removes the database. */
  close(): Promise<void>;
}

export interface TestDatabaseUrl {
  url: string;
  /** Removes the database; connections that are still open are cut. */
  remove(): Promise<void>;
}

/** A database of its own, migrated and empty; with `reference`, countries and rulebooks are in it. */
export async function openTestDatabase(options: { reference?: Clock } = {}): Promise<TestDatabase> {
  const { url, remove } = await testDatabaseUrl(options);
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
export async function testDatabaseUrl(options: { reference?: Clock } = {}): Promise<TestDatabaseUrl> {
  const made = testEngine === 'sqlite' ? copySqlite() : await copyPostgres();
  if (options.reference) await seed(made.url, options.reference);
  return made;
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

async function seed(url: string, clock: Clock): Promise<void> {
  const database = openDatabase(url);
  try {
    await database.transaction((transaction) => seedReference(transaction, clock));
  } finally {
    await database.close();
  }
}

function copySqlite(): TestDatabaseUrl {
  const template = setting('TEST_SQLITE_TEMPLATE');
  const path = join(dirname(template), `${freshName()}.sqlite`);
  copyFileSync(template, path, constants.COPYFILE_EXCL);
  return {
    url: `sqlite:${path}`,
    remove: async () => {
      for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
    },
  };
}

async function copyPostgres(): Promise<TestDatabaseUrl> {
  const server = setting('TEST_POSTGRES_URL');
  const template = setting('TEST_POSTGRES_TEMPLATE');
  // The name begins with the template's, so that the end of the run finds what a test left behind.
  const name = `${template}_${freshName()}`;
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function administer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function freshName(): string {
  return randomBytes(6).toString('hex');
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests with --config test/vitest.config.ts`);
  return value;
}
