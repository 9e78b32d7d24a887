import type { Transaction } from '../../db/statement.ts';
import type { Feed } from './contract.ts';
import type { RawRow } from './values.ts';

/** A row that could be read; what it becomes is decided when it is landed. */
export interface Landing<T> {
  raw: RawRow;
  parsed: T;
  outcome: RowOutcome;
  /** Of a conflict: the first column that differs from the stored row. */
  differs?: string;
  /** Codes of a binding that was refused while the account was accepted. */
  bindingRefused?: string;
}

export type RowOutcome = 'accepted' | 'duplicate' | 'conflict' | 'rejected';

export interface LandingContext {
  import_id: number;
  /** The instant of the import, for what the console comes to know. */
  at: number;
}

/**
 * One feed: `read` turns values into facts and notes what is wrong by itself; `land` takes a chunk of well-formed rows in
 * their order, in a transaction, sets each row's outcome, and writes what is accepted. Rows with faults of `read` are given too
 * where `land` can add to them (an unknown uid), and must not be written.
 */
export interface FeedDefinition<T> {
  feed: Feed;
  /** Rows a transaction: few where rows are judged one by one, so that the lock is held shortly. */
  chunkRows: number;
  read(raw: RawRow): T;
  land(transaction: Transaction, rows: Landing<T>[], context: LandingContext): Promise<void>;
}

/** Rows whose key the file itself has repeated within the chunk: the later ones are judged against the first that is kept. */
export function rejectIfFaulty<T>(row: Landing<T>): boolean {
  if (row.raw.faults.length === 0) return false;
  row.outcome = 'rejected';
  return true;
}

/** Marks a row as duplicate or conflict against the stored values of its key; the first column that differs is named. */
export function compareWithStored<T extends object>(row: Landing<T>, stored: T, columns: Partial<Record<keyof T, string>>): void {
  for (const name of Object.keys(columns) as (keyof T)[]) {
    if (row.parsed[name] === stored[name]) continue;
    row.outcome = 'conflict';
    row.differs = columns[name] as string;
    return;
  }
  row.outcome = 'duplicate';
}
