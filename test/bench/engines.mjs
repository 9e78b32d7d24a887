/** The two engines bare: a database of its own for the product, and a raw connection to it for what it is compared with. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { startPostgres } from '../run/postgres.mjs';
import { taken } from './table.mjs';

const VALUES_A_STATEMENT = 500;
/** As db/connection.ts sets them: the bare engine keeps as much, as safely. */
const PRAGMAS = 'journal_mode = WAL; synchronous = FULL; foreign_keys = ON; cache_size = -65536; temp_store = MEMORY; wal_autocheckpoint = 8000';

/**
 * @typedef {object} Bare
 * @property {string} name
 * @property {string} url of the product's database
 * @property {string} folder for files, gone with it
 * @property {(sql: string) => Promise<object[]>} ask
 * @property {(table: string) => Promise<string>} twin an empty table with the same columns, keys and indexes; its name
 * @property {(table: string) => Promise<void>} drop
 * @property {(table: string, columns: string[], rows: (string | number | null)[][]) => Promise<{ ms: number, cpuMs: number }>} load ready rows
 * @property {() => Promise<void>} settle what the engine does by itself after much was written
 * @property {() => Promise<void>} remove
 */

/** @returns {Promise<Bare>} */
export async function openEngine(name) {
  const folder = mkdtempSync(join(tmpdir(), 'ops-bench-'));
  return name === 'sqlite' ? sqlite(folder) : postgres(folder);
}

async function sqlite(folder) {
  const driver = createRequire(import.meta.url)('sqlite3');
  const path = join(folder, 'bench.sqlite');
  const raw = new driver.Database(path);
  const ask = promisify(raw.all.bind(raw));
  const exec = promisify(raw.exec.bind(raw));
  await exec(PRAGMAS.split('; ').map((pragma) => `PRAGMA ${pragma};`).join(''));
  await exec('PRAGMA busy_timeout = 20000');
  return {
    name: 'SQLite',
    url: `sqlite:${path}`,
    folder,
    ask,
    async twin(table) {
      const made = await ask(`SELECT sql FROM sqlite_master WHERE tbl_name = '${table}' AND type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC`);
      for (const { sql } of made) await exec(sql.replaceAll(new RegExp(`\\b${table}`, 'g'), `bare_${table}`));
      return `bare_${table}`;
    },
    // Without its keys: DROP would look for references row by row.
    drop: (table) => exec(`PRAGMA foreign_keys = OFF; DROP TABLE ${table}; PRAGMA foreign_keys = ON`),
    load: (table, columns, rows) => loadSqlite(raw, exec, table, columns, rows),
    settle: async () => {},
    async remove() {
      await promisify(raw.close.bind(raw))();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function loadSqlite(raw, exec, table, columns, rows) {
  const one = `(${columns.map(() => '?').join(', ')})`;
  const groups = [];
  for (let from = 0; from < rows.length; from += VALUES_A_STATEMENT) groups.push(rows.slice(from, from + VALUES_A_STATEMENT).flat());
  const prepared = new Map();
  const span = await taken(async () => {
    await exec('BEGIN IMMEDIATE');
    for (const group of groups) {
      const count = group.length / columns.length;
      if (!prepared.has(count)) prepared.set(count, raw.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array(count).fill(one).join(', ')}`));
      const statement = prepared.get(count);
      await promisify(statement.run.bind(statement))(group);
    }
    await exec('COMMIT');
  });
  for (const statement of prepared.values()) await promisify(statement.finalize.bind(statement))();
  return span;
}

async function postgres(folder) {
  const server = await startPostgres();
  const name = `ops_bench_${process.pid}`;
  const admin = await connected(server.url);
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const client = await connected(url.href);
  const ask = async (sql) => (await client.query(sql)).rows;
  return {
    name: 'PostgreSQL',
    url: url.href,
    folder,
    ask,
    async twin(table) {
      await ask(`CREATE TABLE bare_${table} (LIKE ${table} INCLUDING ALL)`);
      const keys = await ask(`SELECT pg_get_constraintdef(oid) AS key FROM pg_constraint WHERE conrelid = '${table}'::regclass AND contype = 'f'`);
      for (const { key } of keys) await ask(`ALTER TABLE bare_${table} ADD ${key}`);
      return `bare_${table}`;
    },
    drop: (table) => ask(`DROP TABLE ${table}`),
    load: (table, columns, rows) => copyIn(client, table, columns, rows),
    // Autovacuum does so within a minute of such a load.
    settle: () => ask('ANALYZE'),
    async remove() {
      await client.end();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function connected(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

/** COPY from this process: the server may not be able to read its files. */
async function copyIn(client, table, columns, rows) {
  const text = Buffer.from(`${rows.map((row) => row.map((value) => value ?? '\\N').join('\t')).join('\n')}\n`);
  return taken(() => new Promise((resolve, reject) => {
    client.query({
      submit: (connection) => connection.query(`COPY ${table} (${columns.join(', ')}) FROM STDIN`),
      handleCopyInResponse(connection) {
        connection.sendCopyFromChunk(text);
        connection.endCopyFrom();
      },
      handleCommandComplete: () => {},
      handleError: reject,
      handleReadyForQuery: resolve,
    });
  }));
}
