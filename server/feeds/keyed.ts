import type { Connection } from '../../db/statement.ts';
import { accountsByUid, type KnownAccount } from './lookup.ts';
import { compareWithStored, rejectIfFaulty, type Landing } from './definition.ts';
import { addFault } from './values.ts';

/**
 * Judges the rows of a chunk by their key (CONTRACT 1): same key and values is a duplicate, other values a conflict.
 * With `stored` empty it judges the rows that are still accepted among themselves: the first one stands.
 */
export function settleKeyed<T extends object>(
  chunk: Landing<T>[],
  key: keyof T,
  stored: T[],
  compared: Partial<Record<keyof T, string>>,
): void {
  const known = new Map(stored.map((item) => [item[key], item]));
  const amongThemselves = stored.length === 0;
  for (const row of chunk) {
    if (row.outcome !== 'accepted' || row.raw.faults.length > 0) continue;
    const earlier = known.get(row.parsed[key]);
    if (earlier) compareWithStored(row, earlier, compared);
    else if (amongThemselves) known.set(row.parsed[key], row.parsed);
  }
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
