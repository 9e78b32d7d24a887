/** One concern each; a statement may use the macros of db/dialect.ts and `{{appendOnly:…}}` tables are made by appendOnly(). */
export interface Migration {
  name: string;
  up: (engine: 'sqlite' | 'postgres') => string[];
  down: string[];
}

/**
 * Facts and decisions are append-only (DESIGN 5): DELETE and TRUNCATE are refused, UPDATE too,
 * but for the columns that may still move (`movable`).
 */
export function appendOnly(engine: 'sqlite' | 'postgres', table: string, columns: string[], movable: string[] = []): string[] {
  const fixed = columns.filter((column) => !movable.includes(column));
  const changed = fixed.map((column) => `OLD.${column} IS DISTINCT FROM NEW.${column}`).join(' OR ');
  if (engine === 'sqlite') {
    return [
      `CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
      `CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} WHEN ${changed} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
    ];
  }
  return [
    `CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    `CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    `CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} FOR EACH ROW WHEN (${changed}) EXECUTE FUNCTION refuse_change()`,
  ];
}
