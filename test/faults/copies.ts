/** A database that is filled once and copied for each test: filling costs more than copying. */
import { randomBytes } from 'node:crypto';
import { copyFileSync, rmSync } from 'node:fs';
import pg from 'pg';
import { openDatabase, type Database } from '../../db/connection.ts';
import type { Clock } from '../../server/clock.ts';
import { testDatabaseUrl, testEngine, type TestDatabase } from '../database.ts';

export interface Filled {
  copy(): Promise<TestDatabase>;
  remove(): Promise<void>;
}

/** Makes a database with the reference data and fills it. */
export async function filled(reference: Clock, fill: (database: Database) => Promise<void>): Promise<Filled> {
  const { url, remove } = await testDatabaseUrl({ reference });
  const database = openDatabase(url);
  try {
    await fill(database);
  } finally {
    // Closed, it can be copied: SQLite has put its journal back, PostgreSQL copies nothing that is in use.
    await database.close();
  }
  return { copy: () => (testEngine === 'sqlite' ? copySqlite(url) : copyPostgres(url)), remove };
}

async function copySqlite(url: string): Promise<TestDatabase> {
  const copy = `${url}-${randomBytes(4).toString('hex')}`;
  const path = copy.slice('sqlite:'.length);
  copyFileSync(url.slice('sqlite:'.length), path);
  return opened(copy, async () => {
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  });
}

async function copyPostgres(url: string): Promise<TestDatabase> {
  const copy = new URL(url);
  const template = copy.pathname.slice(1);
  // It begins with the template's name, so that the end of the tests finds it whatever happens.
  const name = `${template}_${randomBytes(4).toString('hex')}`;
  copy.pathname = `/${name}`;
  await administer(url, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return opened(copy.href, () => administer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

function opened(url: string, remove: () => Promise<void>): TestDatabase {
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

async function administer(url: string, sql: string): Promise<void> {
  const server = new URL(url);
  server.pathname = '/postgres';
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
