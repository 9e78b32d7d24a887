/**
 * Databases on PostgreSQL. Making one and dropping it costs ten times what most tests do in it, so a database that a test
 * has left is emptied and given to the next test of the file's process, under a new name: who still knows the old one finds
 * nothing. Where it was analysed, or has grown, its tables are made anew. It is dropped where more than that has changed.
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openDatabase } from '../../db/connection.ts';
import { nothing, setting, type Filling, type TestDatabaseUrl } from './filling.ts';

/** What a database is beyond its rows. */
interface Image {
  /** Another text where anything in the catalogue was made or changed since. */
  catalogue: string;
  /** Another text where the planner has looked at a table since. */
  statistics: string;
  bytes: number;
}

interface Made {
  name: string;
  /** As it was when it was made. */
  made: Image;
}

const MAX_GROWTH_BYTES = 8 * 1024 * 1024;
const CUT_TIMEOUT_MS = 5_000;
/** Of what is the database's own: PostgreSQL's has lower numbers, and is four times as much. */
const CATALOGUES = [
  ...['pg_class', 'pg_attrdef', 'pg_constraint', 'pg_trigger', 'pg_proc', 'pg_type', 'pg_rewrite'].map((one) => `${one} WHERE oid >= 16384`),
  'pg_attribute WHERE attrelid >= 16384', 'pg_index WHERE indexrelid >= 16384', 'pg_statistic_ext', 'pg_db_role_setting',
  // A connection's first temporary table leaves a schema behind, empty once the connection is gone.
  "pg_namespace WHERE NOT starts_with(nspname, 'pg_temp_') AND NOT starts_with(nspname, 'pg_toast_temp_')",
];

/** SQL that puts what was filled, and nothing else, into a migrated database, by the filling's name. */
const restores = new Map<string, string>();
/** Databases that a test has left. */
const left: Made[] = [];
let administrator: Promise<pg.Client> | undefined;

export async function postgresDatabase(filling: Filling): Promise<TestDatabaseUrl> {
  const { name, made } = (await reused(filling)) ?? (await filled(filling));
  return { url: urlOf(name), remove: () => leave(name, made) };
}

/** A database that was left and is as good as new, else a new one; null where nobody has filled one yet. */
async function reused(filling: Filling): Promise<Made | null> {
  const restore = restores.get(filling.name);
  if (restore === undefined) return null;
  for (let one = left.pop(); one; one = left.pop()) {
    const { name, made } = one;
    const ready = await inside(name, async (client) => {
      const now = await imageOf(client);
      if (now.catalogue !== made.catalogue) return null;
      const asMade = now.statistics === made.statistics && now.bytes <= made.bytes + MAX_GROWTH_BYTES;
      const again = asMade ? made : await emptied(client);
      await client.query(restore);
      return { name, made: again };
    });
    if (ready) return ready;
    await drop(name);
  }
  const one = await fresh();
  await inside(one.name, (client) => client.query(restore));
  return one;
}

/** The first of a filling. */
async function filled(filling: Filling): Promise<Made> {
  const one = (await reused(nothing)) ?? (await fresh());
  await remember(nothing, one.name);
  const database = openDatabase(urlOf(one.name));
  try {
    await filling.fill(database);
  } finally {
    await database.close();
  }
  await remember(filling, one.name);
  return one;
}

async function fresh(): Promise<Made> {
  const name = freshName();
  await administer(`CREATE DATABASE ${name} TEMPLATE ${setting('TEST_POSTGRES_TEMPLATE')}`);
  return { name, made: await inside(name, imageOf) };
}

async function remember(filling: Filling, name: string): Promise<void> {
  if (restores.has(filling.name) || !(await maySkipTriggers())) return;
  restores.set(filling.name, await inside(name, restoreOf));
}

async function leave(name: string, made: Image): Promise<void> {
  if (!(await maySkipTriggers())) return drop(name);
  const next = freshName();
  try {
    await administer(`SELECT pg_terminate_backend(pid, ${CUT_TIMEOUT_MS}) FROM pg_stat_activity WHERE datname = '${name}'`);
    await administer(`ALTER DATABASE ${name} RENAME TO ${next}`);
  } catch {
    // Somebody will not let go of it.
    return drop(name);
  }
  left.push({ name: next, made });
}

async function drop(name: string): Promise<void> {
  await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

async function imageOf(client: pg.Client): Promise<Image> {
  const state = (catalogue: string) => `(SELECT count(*) || '/' || COALESCE(max(xmin::text::bigint), 0) FROM ${catalogue})`;
  const { rows } = await client.query<{ catalogue: string; statistics: string; bytes: string }>(
    `SELECT concat_ws(' ', ${CATALOGUES.map(state).join(', ')}) AS catalogue, ${state('pg_statistic')} AS statistics,
       pg_database_size(current_database()) AS bytes`,
  );
  return { catalogue: rows[0]?.catalogue ?? '', statistics: rows[0]?.statistics ?? '', bytes: Number(rows[0]?.bytes) };
}

/** Gives tables new files, of which the planner knows nothing: half of what dropping a database for another one costs. */
async function emptied(client: pg.Client): Promise<Image> {
  const tables = await names(client, `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`);
  await client.query(`SET session_replication_role = replica; TRUNCATE ${tables.join(', ')};
    DELETE FROM pg_statistic WHERE starelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)`);
  return imageOf(client);
}

/**
 * Append-only tables refuse to be emptied: their triggers, and the order of foreign keys, are left aside meanwhile. Most tables have never
 * had a row, and most sequences were never asked: looking is cheaper than emptying.
 */
const EMPTY = `SET session_replication_role = replica;
DO $$ DECLARE one text; BEGIN
  FOR one IN SELECT format('DELETE FROM %s', oid::regclass) FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > 0 LOOP EXECUTE one; END LOOP;
  FOR one IN SELECT format('SELECT setval(%L, %s, false)', sequencename, start_value) FROM pg_sequences
    WHERE schemaname = 'public' AND last_value IS NOT NULL LOOP EXECUTE one; END LOOP;
END $$`;

async function restoreOf(client: pg.Client): Promise<string> {
  const tables = await names(client, `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`);
  const rowsOf = (table: string): Promise<string | null> =>
    client.query<{ rows: string | null }>(`SELECT json_agg(t)::text AS rows FROM ${table} t`).then(({ rows }) => rows[0]?.rows ?? null);
  const inserts: string[] = [];
  for (const table of tables) {
    const rows = await rowsOf(table);
    if (rows === null) continue;
    inserts.push(
      `INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::${table}, ${client.escapeLiteral(rows)})`,
    );
  }
  const sequences = await names(
    client,
    `SELECT format('SELECT setval(%L, %s)', sequencename, last_value) AS name FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL`,
  );
  return [EMPTY, ...inserts, ...sequences].join(';\n');
}

async function names(client: pg.Client, sql: string): Promise<string[]> {
  return (await client.query<{ name: string }>(sql)).rows.map((row) => row.name);
}

let skipsTriggers: Promise<boolean> | undefined;

/** Our own server always lets us; on another one the user may be no superuser. */
function maySkipTriggers(): Promise<boolean> {
  skipsTriggers ??= administer('SET session_replication_role = DEFAULT; DELETE FROM pg_statistic WHERE false').then(() => true, () => false);
  return skipsTriggers;
}

/** The name begins with the template's, so that the end of the run finds what a test left behind. */
function freshName(): string {
  return `${setting('TEST_POSTGRES_TEMPLATE')}_${randomBytes(6).toString('hex')}`;
}

function urlOf(name: string): string {
  const url = new URL(setting('TEST_POSTGRES_URL'));
  url.pathname = `/${name}`;
  return url.href;
}

async function inside<T>(name: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf(name) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** One connection for all of this process. */
async function administer(sql: string): Promise<void> {
  administrator ??= connectAdministrator();
  await (await administrator).query(sql);
}

async function connectAdministrator(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: setting('TEST_POSTGRES_URL') });
  // The server may go first: the end of the run takes both away.
  client.on('error', () => {});
  await client.connect();
  return client;
}
