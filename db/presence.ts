import { randomBytes, randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import pg from 'pg';
import { holdFile } from './sqlite.ts';

/**
 * Who is at the database: each process has a name that the system holds for it and lets go when the process ends, however it
 * ends. So another one can tell work that goes on from work that was left, without asking any clock.
 */
export interface Presence {
  /** This process's name; from the first call on it is held, and again after a lost connection. */
  name(): Promise<string>;
  /** Whether the process of that name is there still. */
  isThere(name: string): Promise<boolean>;
  leave(): Promise<void>;
}

/** Among the advisory locks of a PostgreSQL database those of this kind. */
const LOCK_CLASS = 77_120_632;

/** On SQLite a name is a file beside the database that its process keeps locked. */
export function sqlitePresence(databasePath: string): Presence {
  const own = randomBytes(8).toString('hex');
  const fileOf = (name: string): string => `${databasePath}-at-work-${name}`;
  let held: Promise<() => Promise<void>> | null = null;
  const hold = async (): Promise<() => Promise<void>> => {
    const release = await holdFile(fileOf(own));
    if (!release) throw new Error(`another process holds ${fileOf(own)}`);
    return release;
  };
  return {
    async name() {
      held ??= hold();
      await held;
      return own;
    },
    async isThere(name) {
      if (name === own) return held !== null;
      if (!/^[0-9a-f]+$/.test(name) || !existsSync(fileOf(name))) return false;
      const release = await holdFile(fileOf(name));
      if (!release) return true;
      await rm(fileOf(name), { force: true });
      await release();
      return false;
    },
    async leave() {
      const release = await held?.catch(() => null);
      held = null;
      if (!release) return;
      await rm(fileOf(own), { force: true });
      await release();
    },
  };
}

/** On PostgreSQL it is an advisory lock of a connection that does nothing else. */
export function postgresPresence(url: string, ask: (sql: string) => Promise<{ rows: object[] }>): Presence {
  const own = String(randomInt(1, 2 ** 31 - 1));
  let held: Promise<pg.Client> | null = null;
  const hold = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => { held = null; });
    await client.connect();
    await client.query(`SELECT pg_try_advisory_lock(${LOCK_CLASS}, ${own})`);
    return client;
  };
  return {
    async name() {
      held ??= hold();
      try {
        await held;
      } catch (error) {
        held = null;
        throw error;
      }
      return own;
    },
    async isThere(name) {
      if (!/^\d+$/.test(name)) return false;
      const { rows } = await ask(
        `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = ${LOCK_CLASS} AND objid = ${name}
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
      return rows.length > 0;
    },
    async leave() {
      const client = await held?.catch(() => null);
      held = null;
      await client?.end();
    },
  };
}
