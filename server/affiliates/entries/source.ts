import type { Resource } from '../../policy/contract.ts';
import type { TimelineEntry } from '../contract.ts';

/** What every statement of the timeline gives; instants in ms. `n` numbers the rows of one source. */
export interface Found {
  n: number;
  at: number;
  /** Null: known as soon as it was so. */
  known_at: number | null;
}

export type EntryParts = Omit<TimelineEntry, 'id' | 'at' | 'known_at'>;

/** One kind of rows that become entries of the timeline of the account `:account`. */
export interface EntrySource {
  name: string;
  /** Only who may read this resource gets its entries. */
  resource: Resource;
  /** A SELECT with the columns of Found and what `entry` takes; no two rows of one `n` and instant. */
  sql: string;
  entry(row: Found, uid: string): EntryParts;
}

export function entrySource<Row>(source: {
  name: string;
  resource: Resource;
  sql: string;
  entry: (row: Row, uid: string) => EntryParts;
}): EntrySource {
  return source as unknown as EntrySource;
}

/** When a revision was made; null of one that is not there. */
export const revisionInstant = (revision: string): string => `(SELECT v.at FROM revisions v WHERE v.seq = ${revision})`;

/** When the file of an import had been taken in. */
export const importInstant = (importId: string): string =>
  `(SELECT COALESCE(m.finished_at, m.started_at) FROM imports m WHERE m.id = ${importId})`;
