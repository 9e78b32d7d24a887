import { createRequire } from 'node:module';
import type { Knex } from 'knex';
import SqliteTransaction from 'knex/lib/dialects/sqlite3/execution/sqlite-transaction.js';
import { KeepingClient } from './sqlite-statements.ts';

/** The one file that names the SQLite driver, which is loaded where it is needed. */
const require = createRequire(import.meta.url);
const LOCK_PATIENCE_MS = 30_000;
const LOCK_PAUSE_MS = 10;

interface RawTransaction {
  /** Unlike Transaction.query, this does not end the transaction when the statement fails. */
  trxClient: { query(connection: unknown, sql: string): Promise<unknown> };
}
type Constructor = new (...parameters: unknown[]) => RawTransaction;

export function isBusy(error: unknown): boolean {
  const text = error instanceof Error ? error.message : String(error);
  return text.includes('SQLITE_BUSY') || text.includes('SQLITE_LOCKED');
}

/**
 * Knex begins SQLite transactions deferred: read-then-write then fails with BUSY_SNAPSHOT whatever the timeout.
 * Ours take the write lock at once, and wait for it in JavaScript, not inside the driver's thread (DESIGN 5).
 */
export function immediateSqliteClient(): typeof Knex.Client {
  class ImmediateTransaction extends (SqliteTransaction as Constructor) {
    async begin(connection: unknown): Promise<unknown> {
      const until = Date.now() + LOCK_PATIENCE_MS;
      for (;;) {
        try {
          return await this.trxClient.query(connection, 'BEGIN IMMEDIATE;');
        } catch (error) {
          if (!isBusy(error) || Date.now() > until) throw error;
          await new Promise((resolve) => setTimeout(resolve, LOCK_PAUSE_MS));
        }
      }
    }
  }

  class ImmediateClient extends KeepingClient {
    transaction(...parameters: unknown[]): RawTransaction {
      return new ImmediateTransaction(this, ...parameters);
    }
  }
  return ImmediateClient as unknown as typeof Knex.Client;
}

interface RawDatabase {
  configure(option: 'busyTimeout', ms: number): void;
  exec(sql: string, done: (error: Error | null) => void): void;
  close(done: (error: Error | null) => void): void;
}

/**
 * Locks a file for this process until it is released or the process ends; null where another one holds it. The driver does what
 * Node cannot: its lock is the system's own, and goes with the process.
 */
export async function holdFile(path: string): Promise<(() => Promise<void>) | null> {
  const { Database } = require('sqlite3') as { Database: new (path: string, done: (error: Error | null) => void) => RawDatabase };
  const raw = await new Promise<RawDatabase>((resolve, reject) => {
    const opened = new Database(path, (error) => (error ? reject(error) : resolve(opened)));
  });
  raw.configure('busyTimeout', 0);
  const release = (): Promise<void> => new Promise((resolve) => raw.close(() => resolve()));
  const failure = await new Promise<Error | null>((resolve) => raw.exec('BEGIN EXCLUSIVE', resolve));
  if (!failure) return release;
  await release();
  if (!isBusy(failure)) throw failure;
  return null;
}
