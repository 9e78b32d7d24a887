import type { Connection } from '../../db/statement.ts';
import { accountsByUid, type KnownAccount } from '../accounts/by-uid.ts';
import { compareWithStored, rejectIfFaulty, type Landing } from './definition.ts';
import { addFault } from './values.ts';

type Compared<T> = Partial<Record<keyof T, string>>;

/** Judges the rows of a chunk by the stored ones of their keys (CONTRACT 1): same key and values is a duplicate, other values a conflict. */
export function settleStored<T extends object>(chunk: Landing<T>[], key: keyof T, stored: T[], compared: Compared<T>): void {
  if (stored.length === 0) return;
  const known = new Map(stored.map((item) => [item[key], item]));
  for (const row of chunk) {
    const earlier = isGood(row) && known.get(row.parsed[key]);
    if (earlier) compareWithStored(row, earlier, compared);
  }
}

/**
 * Judges the rows that are still accepted among themselves: the first one of a key stands. Asked once everything else is known to be
 * in order with them, for a row that is refused does not take its key from a good one.
 */
export function settleRepeated<T extends object>(chunk: Landing<T>[], key: keyof T, compared: Compared<T>): void {
  const first = new Map<T[keyof T], T>();
  for (const row of chunk) {
    if (!isGood(row)) continue;
    const earlier = first.get(row.parsed[key]);
    if (earlier) compareWithStored(row, earlier, compared);
    else first.set(row.parsed[key], row.parsed);
  }
}

/** Nothing speaks against it so far. */
export function isGood<T>({ outcome, raw }: Landing<T>): boolean {
  return outcome === 'accepted' && raw.faults.length === 0;
}

/** The accounts that the rows name; rows of an unknown one, or of an instant before its registration, are rejected. */
export async function settleUids<T extends { uid: string }>(
  transaction: Connection,
  chunk: Landing<T>[],
  instantColumn: keyof T & string,
): Promise<Map<string, KnownAccount>> {
  const accounts = await accountsByUid(transaction, chunk.map((row) => row.parsed.uid));
  for (const row of chunk) {
    if (row.outcome !== 'accepted') continue;
    const account = accounts.get(row.parsed.uid);
    if (!account) {
      if (!row.raw.faults.some((fault) => fault.column === 'uid')) addFault(row.raw, 'uid', 'unknown_uid');
    } else if ((row.parsed[instantColumn] as number) < account.registered_at) addFault(row.raw, instantColumn, 'before_registration');
    rejectIfFaulty(row);
  }
  return accounts;
}
