import type { Knex } from 'knex';
import type { Database } from './connection.ts';
import { expandMacros, type Dialect } from './dialect.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

/** What only one engine is told. */
const only = /^\{\{(sqlite|postgres)\}\}/;

/** All migrations up; a second call does nothing. */
export async function migrate(database: Database): Promise<string[]> {
  const done: string[] = [];
  for (;;) {
    // One transaction each, under the writer's lock: two processes that start at once share the work.
    const name = await database.transaction(async (transaction) => {
      const applied = await appliedNames(transaction, database.dialect);
      refuseNewer(applied);
      const next = migrations[applied.length];
      if (!next) return null;
      for (const sql of next.up(database.dialect.engine)) await transaction.raw(text(sql, database.dialect));
      await transaction.raw('INSERT INTO schema_migrations (position, name) VALUES (?, ?)', [applied.length, next.name]);
      return next.name;
    });
    if (name === null) return done;
    done.push(name);
  }
}

/** One step down. */
export async function rollback(database: Database): Promise<string | null> {
  return database.transaction(async (transaction) => {
    const applied = await appliedNames(transaction, database.dialect);
    refuseNewer(applied);
    const last = migrations[applied.length - 1];
    if (!last) return null;
    for (const sql of downStatements(last, database.dialect)) await transaction.raw(sql);
    await transaction.raw('DELETE FROM schema_migrations WHERE name = ?', [last.name]);
    return last.name;
  });
}

function downStatements(migration: Migration, dialect: Dialect): string[] {
  return migration.down
    .filter((sql) => (only.exec(sql)?.[1] ?? dialect.engine) === dialect.engine)
    .map((sql) => sql.replace(only, ''));
}

function text(sql: string, dialect: Dialect): string {
  // Knex would take a ? inside a statement for a binding.
  return expandMacros(sql, dialect.macros).trim().replaceAll('?', '\\?');
}

async function appliedNames(transaction: Knex.Transaction, dialect: Dialect): Promise<string[]> {
  if (dialect.engine === 'postgres') await transaction.raw('SELECT pg_advisory_xact_lock(77120631)');
  await transaction.raw(
    text('CREATE TABLE IF NOT EXISTS schema_migrations (position {{integer}} PRIMARY KEY, name {{text}} NOT NULL) {{strict}}', dialect),
  );
  const answer = await transaction.raw('SELECT name FROM schema_migrations ORDER BY position');
  return ((dialect.engine === 'postgres' ? answer.rows : answer) as { name: string }[]).map((item) => item.name);
}

function refuseNewer(applied: string[]): void {
  const stranger = applied.find((name, position) => migrations[position]?.name !== name);
  if (stranger) throw new Error(`the database has the schema of another version of the console: ${stranger}`);
}
