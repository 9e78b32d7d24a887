import type { Database } from './connection.ts';
import { rows } from './statement.ts';

/**
 * Lets the planner look at the tables that have grown since it last did. PostgreSQL does so by itself within a minute or so; a run that
 * comes right after a first large import, or after a restore, would take them for empty until then and look up every row by walking
 * through a whole table. Outside of any transaction: it waits for nobody who writes, and nobody waits for it.
 */
export async function renewStatistics({ dialect, read }: Database): Promise<void> {
  if (dialect.grownTables === null) return;
  for (const { name } of await rows<{ name: string }>(read, dialect.grownTables)) await read.raw('ANALYZE ??', [name]);
}
