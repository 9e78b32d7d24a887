import type { Knex } from 'knex';
import SqliteClient from 'knex/lib/dialects/sqlite3/index.js';

/** Each connection keeps as many statements compiled, those that were asked last. */
const MOST_KEPT = 100;
/** A kept statement holds what was bound to it until it is asked again: an import's rows would stay in memory. */
const LONGEST_BINDINGS = 10_000;
const keepable = /^\s*(?:SELECT|WITH|INSERT|UPDATE|DELETE)\b/i;
/** Asked for its count alone, such a statement stops at its first row, and would stay open. */
const answersRows = /\bRETURNING\b/i;

/** Kinds of query of which Knex wants the rows, and nothing of the statement. */
const answersAsIs = new Set(['raw', 'select', 'first', 'pluck']);

type Binding = string | number | null;
type Failure = Error | null;

interface RawStatement {
  all(bindings: Binding[], done: (error: Failure, rows: unknown[]) => void): void;
  run(bindings: Binding[], done: (this: { changes: number }, error: Failure) => void): void;
  finalize(): void;
}

interface RawConnection {
  prepare(sql: string, done: (error: Failure) => void): RawStatement;
}

interface Query {
  sql: string;
  bindings?: Binding[];
  method?: string;
  options?: { counted?: boolean };
  response?: unknown;
}

interface RawClient {
  _query(connection: RawConnection, query: Query): Promise<Query>;
  destroyRawConnection(connection: RawConnection): Promise<void>;
}

/**
 * The driver compiles each statement anew, on a way of its own to its thread and back: half of the time of a short one. Here what is asked again is
 * compiled already. And of a raw statement with the option `counted` it answers how many rows were touched, which Knex would not learn.
 */
export class KeepingClient extends (SqliteClient as new (config: unknown) => RawClient) {
  override async _query(connection: RawConnection, query: Query): Promise<Query> {
    if (!answersAsIs.has(query.method ?? '') || !keepable.test(query.sql)) return super._query(connection, query);
    const { sql, bindings = [], options } = query;
    const counted = options?.counted ?? false;
    const keep = lengthOf(bindings) <= LONGEST_BINDINGS && !(counted && answersRows.test(sql));
    query.response = await (keep ? askKept(connection, sql, bindings, counted) : askOnce(connection, sql, bindings, counted));
    return query;
  }

  override destroyRawConnection(connection: RawConnection): Promise<void> {
    for (const statement of keptBy(connection).values()) statement.finalize();
    kept.delete(connection);
    return super.destroyRawConnection(connection);
  }
}

export function sqliteClient(): typeof Knex.Client {
  return KeepingClient as unknown as typeof Knex.Client;
}

/** By connection and text; the one that was asked longest ago is the first. */
const kept = new WeakMap<RawConnection, Map<string, RawStatement>>();

function keptBy(connection: RawConnection): Map<string, RawStatement> {
  const statements = kept.get(connection) ?? new Map<string, RawStatement>();
  kept.set(connection, statements);
  return statements;
}

function askKept(connection: RawConnection, sql: string, bindings: Binding[], counted: boolean): Promise<unknown> {
  const statements = keptBy(connection);
  const known = statements.get(sql);
  statements.delete(sql);
  return new Promise((resolve, reject) => {
    const statement = known ?? connection.prepare(sql, (error) => error && failed(error));
    statements.set(sql, statement);
    const [eldest] = statements.keys();
    if (statements.size > MOST_KEPT) forget(eldest as string);
    ask(statement, bindings, counted, resolve, failed);

    function failed(error: Error): void {
      if (statements.get(sql) === statement) forget(sql);
      reject(error);
    }
  });

  function forget(text: string): void {
    statements.get(text)?.finalize();
    statements.delete(text);
  }
}

function askOnce(connection: RawConnection, sql: string, bindings: Binding[], counted: boolean): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const statement = connection.prepare(sql, (error) => error && reject(error));
    ask(statement, bindings, counted, resolve, reject);
    statement.finalize();
  });
}

function ask(statement: RawStatement, bindings: Binding[], counted: boolean, done: (answer: unknown) => void, failed: (error: Error) => void): void {
  if (counted) statement.run(bindings, function (error) { if (error) failed(error); else done(this.changes); });
  else statement.all(bindings, (error, rows) => { if (error) failed(error); else done(rows); });
}

function lengthOf(bindings: Binding[]): number {
  return bindings.reduce((length: number, one) => length + (typeof one === 'string' ? one.length : 8), 0);
}
