import type { Connection, Parameters, Value } from '../../db/statement.ts';
import type { Resource } from '../policy/contract.ts';
import type { ListQuery, Scalar } from './query.ts';

/** One field of a resource's rows. How it looks on the wire, and what a filter on it holds, stands in the policy. */
export interface ListField {
  /**
   * An expression over the source's FROM, in the form that orders and compares: an amount in e8 units, an instant in ms,
   * a boolean as 0 or 1, a text in a column's own collation (never a CAST: PostgreSQL would sort it by another one).
   */
  sql: string;
  /** The value on the wire as text, where it cannot be told from `sql` (a volume beyond 64 bits). */
  wire?: string;
  /** Ids and enumerations: nothing in them needs quoting or guarding in a CSV. */
  plain?: boolean;
  /** Whether `sql` can be NULL; a field that cannot lets an index serve its order. */
  nullable?: boolean;
  /** For equality (one parameter) and any-of (a list of them), where an index answers it better than `sql`. */
  match?: (values: string, single: boolean) => string;
}

/** More conditions that a source derives from the question, such as a range of ids for a range of days. */
export interface Narrowing {
  sql: string;
  parameters: Parameters;
}

/** A place in a list from which its rows go on: the position of the row after it, and its sort value and id. */
export interface Place {
  position: number;
  key: Key;
}

/** What a row is ordered by: its sort value (null last) and its id. */
export interface Key {
  value: string | number | bigint | null;
  id: string | number;
}

/** A row as it is handed to `finish`: wire values by field name, hidden values by theirs. */
export type ListRow = Record<string, unknown>;

/** Where the rows of a resource come from, and what its lists may ask of them. Declared once, read by pages and exports. */
export interface ListSource {
  resource: Resource;
  /**
   * FROM without the keyword: the table of the rows first, lookups as LEFT JOINs by key (both engines drop those
   * that a walk by key does not need), everything else as a scalar subquery of the field.
   */
  from: string;
  where?: string;
  /** What `from`, `where`, fields and hidden values may name; a statement binds those that it uses. */
  parameters: Parameters;
  /** By name; `id` is unique and breaks ties. Fields that only `finish` can give are not here. */
  fields: Readonly<Record<string, ListField>>;
  /** Carried to `finish`, never to the wire. */
  hidden?: Readonly<Record<string, string>>;
  /** Conditions of the search `q` by searchable field; they name the parameter that they are given. */
  search?: Readonly<Record<string, (parameter: string) => string>>;
  /** Conditions of filters that are no field; `bind` makes a value a parameter. */
  extraFilters?: Readonly<Record<string, (value: Scalar, bind: (value: Value) => string) => string>>;
  /** Few rows for ever: counted exactly. */
  small?: boolean;
  /** Sort fields other than the id whose order over all rows an index serves. */
  indexed?: readonly string[];
  /** An expression that changes when rows come, beside the heads of engine and audit: the newest id of the table. */
  newest: string;
  /** Throws needs_bound where the question would read every record. */
  guard?(query: ListQuery): void;
  narrow?(connection: Connection, query: ListQuery): Promise<Narrowing | null>;
  /** The exact total from kept aggregates, or null where they cannot tell. */
  count?(connection: Connection, query: ListQuery): Promise<number | null>;
  /** A place at or before the position that aggregates can name, or null. */
  jump?(connection: Connection, query: ListQuery, position: number): Promise<Place | null>;
  /** Completes the rows of one page with what is asked per page; takes and answers them in order. */
  finish?(connection: Connection, rows: ListRow[]): Promise<ListRow[]>;
  /** The columns of the CSV export with their order; all fields of the policy where it names none. */
  columns?: readonly string[];
}

/** Of the parameters those that a statement names: one that it does not would be refused. */
export function usedParameters(sql: string, parameters: Parameters): Parameters {
  const named = new Set([...sql.matchAll(/:([A-Za-z_]\w*)/g)].map((match) => match[1]));
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => named.has(name)));
}
