import { row, type Connection } from '../../db/statement.ts';
import { addDays, dayOf, formatInstant, formatInstantOrNull } from '../calendar.ts';
import { deadlineOf } from '../payouts/rules.ts';
import type { Decider } from '../live/contract.ts';
import { waitingFor, waitingIn } from '../live/mine.ts';
import { may } from '../policy/contract.ts';
import { waitingKinds, type HomePayout, type HomeRequests, type HomeWaiting, type WaitingKind } from './contract.ts';

/** What waits for a second person, and since when. */
export async function requestsOf(connection: Connection, me: Decider, now: number): Promise<HomeRequests> {
  const kinds = waitingKinds.filter((kind) => may(me.role, kind, 'read'));
  return Object.fromEntries(await Promise.all(kinds.map(async (kind) => [kind, await pendingIn(connection, kind, me, now)])));
}

async function pendingIn(connection: Connection, kind: WaitingKind, me: Decider, now: number): Promise<HomeWaiting> {
  const { pending, oldest } = await waitingIn(connection, kind, me.role, now);
  const mine = await waitingFor(connection, kind, me, { now, cap: null });
  return { pending, mine, oldest_at: formatInstantOrNull(oldest) };
}

/** PAY-1: the batch that is not paid yet and whose deadline comes first, else that of the next day; null before the first run. */
export async function nextPayout(connection: Connection, coveredUntil: number, now: number): Promise<HomePayout | null> {
  if (coveredUntil === 0) return null;
  const open = await row<{ id: number; day: string; state: 'ready' | 'released'; deadline_at: number }>(
    connection, `SELECT id, day, state, deadline_at FROM payout_batches WHERE state <> 'paid' ORDER BY day LIMIT 1`,
  );
  if (open) return { day: open.day, deadline_at: formatInstant(open.deadline_at), batch_id: String(open.id), state: open.state };
  const last = await row<{ day: string | null }>(connection, 'SELECT max(day) AS day FROM payout_batches');
  const day = last?.day ? addDays(last.day, 1) : dayOf(now);
  return { day, deadline_at: formatInstant(deadlineOf(day)), batch_id: null, state: null };
}
