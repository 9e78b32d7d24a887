import type { Database } from '../../db/connection.ts';
import type { Clock } from '../clock.ts';
import { moveLease, readLease, type Lease } from './store.ts';

const LEASE_MS = 3 * 60_000;

/**
 * Takes or renews the right to do the routine, so that one is at work however many processes run. A holder keeps it as long as it
 * renews it in time and its process is there (db/presence.ts): so neither a dead holder nor a clock that was ahead blocks the others.
 * It is politeness: that a step is done once is held by the runs themselves.
 */
export async function holdLease(database: Database, clock: Clock): Promise<boolean> {
  const own = await database.presence.name();
  const seen = await readLease(database.read);
  if (await isAnothers(database, seen, own, clock.now())) return false;
  return database.transaction((transaction) => moveLease(transaction, seen, { holder: own, until: clock.now() + LEASE_MS }));
}

/** Lets go of it, where it is this process's. */
export async function leaveLease(database: Database): Promise<void> {
  const own = await database.presence.name();
  const seen = await readLease(database.read);
  if (seen.holder === own) await database.transaction((transaction) => moveLease(transaction, seen, { holder: '', until: 0 }));
}

async function isAnothers(database: Database, { holder, until }: Lease, own: string, now: number): Promise<boolean> {
  return holder !== '' && holder !== own && until > now && (await database.presence.isThere(holder));
}
