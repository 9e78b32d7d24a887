import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import knexFactory, { type Knex } from 'knex';
import pg from 'pg';
import { sqliteAside, type Aside } from './aside.ts';
import { dialects, type Dialect } from './dialect.ts';
import { postgresPresence, sqlitePresence, type Presence } from './presence.ts';
import type { Connection } from './statement.ts';
import { immediateSqliteClient, isBusy } from './sqlite.ts';
import { sqliteClient } from './sqlite-statements.ts';

const INT8_OID = 20;
const SQLITE_READERS = 3;

/** Knex would print its warnings to stdout, which belongs to the results of commands (CONTRACT 2). */
const toStderr = (message: unknown): void => void process.stderr.write(`${String(message)}\n`);
const log = { debug: toStderr, warn: toStderr, error: toStderr, deprecate: toStderr };

export interface Database {
  url: string;
  dialect: Dialect;
  /** For questions outside a transaction. */
  read: Knex;
  /** All writes, and all that must be read consistently with them. The only way to write. */
  transaction<T>(work: (transaction: Knex.Transaction) => Promise<T>): Promise<T>;
  /** Several questions that must see one state; writes nothing and keeps no writer waiting. */
  snapshot<T>(work: (transaction: Knex.Transaction) => Promise<T>): Promise<T>;
  /** Null where two connections have nothing in common but the database itself. */
  aside: Aside | null;
  /** Writes a consistent copy of a SQLite database while it is in use; PostgreSQL has tools of its own for that. */
  copyTo(file: string): Promise<void>;
  presence: Presence;
  close(): Promise<void>;
}

export function dialectOf(connection: Connection): Dialect {
  return (connection.client.config.client === 'pg' ? dialects.postgres : dialects.sqlite) as Dialect;
}

/** `sqlite:<path>` or `postgres://…` (CONTRACT 2). */
export function openDatabase(url: string): Database {
  if (url.startsWith('sqlite:')) return openSqlite(url, url.slice('sqlite:'.length));
  if (url.startsWith('postgres://') || url.startsWith('postgresql://')) return openPostgres(url);
  throw new Error('DATABASE_URL is neither sqlite:<path> nor postgres://…');
}

function openSqlite(url: string, path: string): Database {
  mkdirSync(dirname(path), { recursive: true });
  // One writer behind Knex's own queue; readers of their own, so that lists answer while a run writes.
  // The writer keeps the ends of its indexes; readers walk along one, and there are several of them.
  const write = sqliteKnex(path, { client: immediateSqliteClient(), connections: 1, cacheKb: 65_536 });
  const read = sqliteKnex(path, { client: sqliteClient(), connections: SQLITE_READERS, cacheKb: 8_192, queryOnly: true });
  // It writes beside the database what it makes of it; that it writes nothing into it, the file's mode sees to.
  // What it has read is forgotten whenever the writer has written: the file is in its address space, where it is at hand again.
  const ahead = sqliteKnex(`${pathToFileURL(resolve(path)).href}?mode=ro`, { client: sqliteClient(), connections: 1, cacheKb: 32_768, mappedMb: 256 });
  const presence = sqlitePresence(path);
  return {
    url,
    presence,
    dialect: dialects.sqlite,
    read,
    transaction: (work) => write.transaction(work),
    snapshot: (work) => read.transaction(work),
    aside: sqliteAside(ahead, write),
    copyTo: async (file) => {
      await write.raw('VACUUM INTO ?', [file]);
    },
    close: async () => {
      await presence.leave();
      await ahead.destroy();
      await read.destroy();
      await write.destroy();
    },
  };
}

interface SqliteUse {
  client: typeof Knex.Client;
  connections: number;
  cacheKb: number;
  /** As much of the file, from its beginning. */
  mappedMb?: number;
  queryOnly?: boolean;
}

function sqliteKnex(filename: string, { client, connections, cacheKb, mappedMb = 0, queryOnly = false }: SqliteUse): Knex {
  const pragmas = [
    'PRAGMA busy_timeout = 50',
    'PRAGMA journal_mode = WAL',
    'PRAGMA synchronous = FULL',
    'PRAGMA foreign_keys = ON',
    // INSERT OR REPLACE would slip past the append-only triggers without it.
    'PRAGMA recursive_triggers = ON',
    `PRAGMA cache_size = -${cacheKb}`,
    `PRAGMA mmap_size = ${mappedMb * 1_048_576}`,
    'PRAGMA temp_store = MEMORY',
    // 32 MB instead of 4, which a chunk of a run or an import fills: a page that many chunks touch goes into the file once for all of them.
    'PRAGMA wal_autocheckpoint = 8000',
    ...(queryOnly ? ['PRAGMA query_only = ON'] : []),
  ];
  return knexFactory({
    client,
    log,
    connection: { filename, flags: ['OPEN_URI'] },
    useNullAsDefault: true,
    pool: {
      min: 0,
      max: connections,
      idleTimeoutMillis: 60_000,
      afterCreate: (raw: { exec(sql: string, done: (error: Error | null) => void): void }, done: (error: Error | null, raw: unknown) => void) => {
        execWhenFree(raw, pragmas.join(';'), Date.now() + 10_000, (error) => done(error, raw));
      },
    },
  });
}

function execWhenFree(
  raw: { exec(sql: string, done: (error: Error | null) => void): void },
  sql: string,
  until: number,
  done: (error: Error | null) => void,
): void {
  raw.exec(sql, (error) => {
    if (error && isBusy(error) && Date.now() < until) setTimeout(() => execWhenFree(raw, sql, until, done), 20);
    else done(error);
  });
}

function openPostgres(url: string): Database {
  const knex = knexFactory({
    client: 'pg',
    log,
    connection: {
      connectionString: url,
      types: {
        // bigint as a number where it is exact; amounts are selected as text (DESIGN 4).
        getTypeParser: ((oid: number, format?: 'text') =>
          oid === INT8_OID ? exactInteger : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
      },
    } as Knex.PgConnectionConfig,
    pool: {
      min: 0,
      max: 10,
      idleTimeoutMillis: 30_000,
      // Our statements are many joins over few rows: compiling them costs more than running them.
      afterCreate: (raw: { query(sql: string, done: (error: Error | null) => void): void }, done: (error: Error | null, raw: unknown) => void) => {
        raw.query('SET jit = off', (error) => done(error, raw));
      },
    },
  });
  const presence = postgresPresence(url, async (sql) => knex.raw(sql));
  return {
    url,
    presence,
    dialect: dialects.postgres,
    read: knex,
    transaction: (work) => knex.transaction(work),
    snapshot: (work) => knex.transaction(work, { isolationLevel: 'repeatable read', readOnly: true }),
    aside: null,
    copyTo: () => Promise.reject(new Error('a PostgreSQL database is copied by pg_dump')),
    close: async () => {
      await presence.leave();
      await knex.destroy();
    },
  };
}

function exactInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`bigint ${text} is not exact as a number; select it as text`);
  return value;
}
