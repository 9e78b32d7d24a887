import type { Ready } from '../../db/aside.ts';
import { dialectOf, type Database } from '../../db/connection.ts';
import { row, type Connection, type Transaction } from '../../db/statement.ts';
import { readHead } from '../engine/head.ts';
import type { StoredRun } from '../runs/store.ts';
import { decideRecords, type Decided } from './write.ts';

/** Trades a transaction: on SQLite few, so that nobody waits for the lock long (DESIGN 5). */
const chunkTrades = { sqlite: 15_000, postgres: 100_000 };

/** Where a run stands: behind this trade, in the order of execution. */
export interface Place {
  at: number;
  id: number;
}

/** The next trades of a run, decided and not yet written. */
export interface Chunk {
  from: Place;
  end: Place;
  /** When the run's trades begin at all. */
  first: number;
  /** Of what was known when they were decided. */
  revision: number;
  decided: Decided;
}

/** The next chunk behind `from`, decided into tables of the connection or aside; null where no trade is left. */
export async function decideChunk(
  connection: Transaction,
  run: StoredRun,
  from: Place,
  revision: number,
  where: 'here' | 'aside',
): Promise<Chunk | null> {
  const end = await chunkEnd(connection, run, from);
  if (!end) return null;
  const decided = await decideRecords(
    connection, 'range', { from_at: from.at, from_id: from.id, to_at: end.at, to_id: end.id, known_at: revision }, where,
  );
  return { from, end, first: await firstTrade(connection, run), revision, decided };
}

/**
 * The same before its turn, while another transaction writes; null where the database has no such place. It is what would be decided then, if the run
 * stands at `from` and nothing was learnt since: trades that come meanwhile come behind the run's day, and wait with the late ones.
 */
export async function decideAhead({ aside }: Database, run: StoredRun, from: Place): Promise<Ready<Chunk | null> | null> {
  if (!aside) return null;
  return aside.prepare(async (connection) => decideChunk(connection, run, from, (await readHead(connection)).revision, 'aside'));
}

export function standOf({ cursor_at, cursor_id }: StoredRun): Place {
  return { at: cursor_at, id: cursor_id };
}

export function isAt(one: Place, other: Place): boolean {
  return one.at === other.at && one.id === other.id;
}

/** Where the run has that many trades to go; else the last of them. */
async function chunkEnd(connection: Connection, run: StoredRun, from: Place): Promise<Place | undefined> {
  const behind = 'SELECT executed_at AS at, id FROM trades WHERE executed_at >= :at AND executed_at < :until AND (executed_at, id) > (:at, :id)';
  const place = { at: from.at, id: from.id, until: run.range_until };
  const skip = chunkTrades[dialectOf(connection).engine] - 1;
  return (await row<Place>(connection, `${behind} ORDER BY executed_at, id LIMIT 1 OFFSET :skip`, { ...place, skip }))
    ?? row<Place>(connection, `${behind} ORDER BY executed_at DESC, id DESC LIMIT 1`, place);
}

async function firstTrade(connection: Connection, run: StoredRun): Promise<number> {
  const first = await row<{ at: number }>(
    connection,
    'SELECT executed_at AS at FROM trades WHERE executed_at >= :from AND executed_at < :until ORDER BY executed_at LIMIT 1',
    { from: run.range_from, until: run.range_until },
  );
  return (first as { at: number }).at;
}
