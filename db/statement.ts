import { readFileSync } from 'node:fs';
import type { Knex } from 'knex';
import { expandMacros } from './dialect.ts';
import { dialectOf } from './connection.ts';

export type Value = string | number | bigint | boolean | null;
export type Parameters = Record<string, Value>;
/** A connection or a transaction: a store function takes it as its first argument, always. */
export type Connection = Knex | Knex.Transaction;
export type Transaction = Knex.Transaction;

const INT32 = 2_147_483_647;
const INT64 = 9_223_372_036_854_775_807n;
const token = /'(?:[^']|'')*'|"[^"]*"|--[^\n]*|\/\*[\s\S]*?\*\/|::|:([A-Za-z_]\w*)|\?/g;

/** An SQL text from a file beside the caller, without its comments: `statementFile(import.meta.url, 'decide.sql')`. */
export function statementFile(base: string, name: string): string {
  return readFileSync(new URL(name, base), 'utf8').replace(/^\s*--.*$/gm, '');
}

/**
 * Binds `:name` parameters. Comments go (Knex would replace a `?` inside one), unknown and missing names throw.
 * A BigInt and a large integer travel as text with a cast: the drivers would round or saturate them silently.
 */
export function bind(sql: string, parameters: Parameters): { sql: string; bindings: (string | number | null)[] } {
  const bindings: (string | number | null)[] = [];
  const used = new Set<string>();
  const text = sql.replace(token, (match, name: string | undefined) => {
    if (match.startsWith('--') || match.startsWith('/*')) return ' ';
    if (match.includes('?')) throw new Error(`a bare ? in a statement: ${match}`);
    if (name === undefined) return match;
    if (!(name in parameters)) throw new Error(`statement parameter :${name} is not bound`);
    used.add(name);
    const [placeholder, binding] = placeholderFor(name, parameters[name] as Value);
    bindings.push(binding);
    return placeholder;
  });
  for (const name of Object.keys(parameters)) {
    if (!used.has(name)) throw new Error(`statement has no parameter :${name}`);
  }
  return { sql: text, bindings };
}

function placeholderFor(name: string, value: Value): [string, string | number | null] {
  if (value === null || value === undefined) return ['?', null];
  if (typeof value === 'boolean') return ['?', value ? 1 : 0];
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new Error(`parameter :${name} holds a NUL`);
    return ['?', value];
  }
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error(`parameter :${name} is no safe integer: ${value}`);
    if (Math.abs(value) <= INT32) return ['CAST(? AS BIGINT)', value];
    return ['CAST(? AS BIGINT)', String(value)];
  }
  if (value > INT64 || value < -INT64 - 1n) throw new Error(`parameter :${name} does not fit 64 bits`);
  return ['CAST(? AS BIGINT)', value.toString()];
}

/**
 * The rows of a statement. `fragments` fill its {{name}} places before binding.
 * Amounts must be selected as text: an integer that JavaScript cannot hold exactly throws.
 */
export async function rows<T>(
  connection: Connection,
  sql: string,
  parameters: Parameters = {},
  fragments: Record<string, string> = {},
): Promise<T[]> {
  return rowsOf<T>(connection, await questionOf(connection, sql, parameters, fragments).asked);
}

export async function row<T>(
  connection: Connection,
  sql: string,
  parameters: Parameters = {},
  fragments: Record<string, string> = {},
): Promise<T | undefined> {
  return (await rows<T>(connection, sql, parameters, fragments))[0];
}

/** By their text the names of the statements that are kept prepared. */
const names = new Map<string, string>();
/** Each connection keeps all of them. */
const MOST_PREPARED = 200;

/**
 * The rows of a statement of a few texts that is asked again and again: PostgreSQL compiles it once for each connection, where that costs as much as
 * running it. Not where the values decide how it is best run: it is compiled for any.
 */
export async function preparedRows<T>(connection: Connection, sql: string, parameters: Parameters = {}): Promise<T[]> {
  const { text, asked } = questionOf(connection, sql, parameters);
  const name = dialectOf(connection).engine === 'postgres' ? preparedName(text) : undefined;
  return rowsOf<T>(connection, await (name === undefined ? asked : asked.options({ name })));
}

export async function preparedRow<T>(connection: Connection, sql: string, parameters: Parameters = {}): Promise<T | undefined> {
  return (await preparedRows<T>(connection, sql, parameters))[0];
}

function preparedName(text: string): string | undefined {
  if (!names.has(text) && names.size < MOST_PREPARED) names.set(text, `kept_${names.size}`);
  return names.get(text);
}

/** Runs a statement that writes; answers how many rows it touched. Only inside a transaction. */
export async function execute(
  transaction: Connection,
  sql: string,
  parameters: Parameters = {},
  fragments: Record<string, string> = {},
): Promise<number> {
  const { asked } = questionOf(transaction, sql, parameters, fragments);
  if (dialectOf(transaction).engine === 'postgres') return (await asked).rowCount ?? 0;
  return (await asked.options({ counted: true })) as unknown as number;
}

/** Not asked before it is awaited. */
function questionOf(connection: Connection, sql: string, parameters: Parameters, fragments: Record<string, string> = {}) {
  const { sql: text, bindings } = bind(expandMacros(sql, { ...dialectOf(connection).macros, ...fragments }), parameters);
  return { text, asked: connection.raw(text, bindings as Knex.RawBinding[]) };
}

function rowsOf<T>(connection: Connection, answer: { rows: Record<string, unknown>[] } & Record<string, unknown>[]): T[] {
  return refuseRounded(dialectOf(connection).engine === 'postgres' ? answer.rows : answer) as T[];
}

function refuseRounded(list: Record<string, unknown>[]): Record<string, unknown>[] {
  for (const item of list) {
    for (const key in item) {
      const value = item[key];
      if (typeof value === 'number' && !Number.isSafeInteger(value)) {
        throw new Error(`column ${key} came back as an inexact number; select it as text`);
      }
    }
  }
  return list;
}
