import { execute, row, rows, type Connection, type Transaction } from '../../db/statement.ts';
import { addMonths, monthEnd, monthOf } from '../calendar.ts';
import { readHead } from '../engine/head.ts';
import { isSettled } from '../evaluations/due.ts';
import { allHaveCome } from '../manifests/service.ts';
import { isTiered } from '../rulebooks/rules.ts';
import { ownKinds, yesterdayOf, type OwnKind, type RoutineFacts } from './rules.ts';

/** Where no batch was ever made, the last days get theirs; what is older goes with the first of them. */
const FIRST_BATCHES = 31;

/** What planRoutine asks. */
export async function routineFacts(connection: Connection, now: number): Promise<RoutineFacts> {
  const { covered_until } = await readHead(connection);
  const yesterday = yesterdayOf(now);
  const next = await row<{ at: number }>(
    connection,
    'SELECT executed_at AS at FROM trades WHERE executed_at >= :covered_until ORDER BY executed_at LIMIT 1',
    { covered_until },
  );
  return {
    now,
    covered_until,
    next_trade_at: next?.at ?? null,
    open_months: await openMonths(connection, now),
    running: await runningRun(connection),
    unpaid_days: await unpaidDays(connection),
    awarded_day: await awardedDay(connection),
    yesterday_complete: {
      commission: await allHaveCome(connection, 'commission', yesterday),
      evaluation: await allHaveCome(connection, 'evaluation', yesterday),
    },
  };
}

/** From the month after the last closed one, or that of the first enrolment with tiers, to the last that has ended. */
async function openMonths(connection: Connection, now: number): Promise<string[]> {
  const closed = await row<{ month: string | null }>(connection, 'SELECT max(month) AS month FROM closed_months');
  const first = await row<{ at: number | null }>(
    connection,
    `SELECT min(activated_at) AS at FROM enrolments WHERE ${isTiered('programme')}`,
  );
  if (!first || first.at === null) return [];
  const open: string[] = [];
  for (let month = closed?.month ? addMonths(closed.month, 1) : monthOf(first.at); monthEnd(month) <= now; month = addMonths(month, 1)) {
    if (!(await isSettled(connection, month))) open.push(month);
  }
  return open;
}

async function runningRun(connection: Connection): Promise<RoutineFacts['running']> {
  const running = await rows<{ kind: OwnKind; period: string }>(
    connection, `SELECT kind, period FROM runs WHERE state = 'running' ORDER BY id`,
  );
  return running.find(({ kind }) => ownKinds.includes(kind)) ?? null;
}

async function unpaidDays(connection: Connection): Promise<string[]> {
  const last = await row<{ day: string | null }>(connection, 'SELECT max(day) AS day FROM payout_batches');
  const days = await rows<{ period: string }>(
    connection,
    `SELECT period FROM runs WHERE kind = 'commission' AND state = 'done' AND period > :after ORDER BY period`,
    { after: last?.day ?? '' },
  );
  const unpaid = days.map(({ period }) => period);
  return last?.day ? unpaid : unpaid.slice(-FIRST_BATCHES);
}

async function awardedDay(connection: Connection): Promise<string | null> {
  const activated = await row(connection, 'SELECT 1 AS yes FROM campaign_openings LIMIT 1');
  if (!activated) return null;
  return (await row<{ day: string | null }>(connection, `SELECT max(period) AS day FROM runs WHERE kind = 'bonus' AND state = 'done'`))?.day ?? '';
}

export function closedAt(connection: Connection, month: string): Promise<{ closed_at: number; run_id: number } | undefined> {
  return row(connection, 'SELECT closed_at, run_id FROM closed_months WHERE month = :month', { month });
}

/** When a batch was released and when its last line was confirmed. */
export async function batchEnds(connection: Connection, id: number): Promise<{ released_at: number | null; paid_at: number | null }> {
  const ends = await row<{ released_at: number | null; paid_at: number | null }>(
    connection, 'SELECT released_at, paid_at FROM payout_batches WHERE id = :id', { id },
  );
  return ends ?? { released_at: null, paid_at: null };
}

export interface Lease {
  holder: string;
  /** Until when, on the holder's clock. */
  until: number;
}

export async function readLease(connection: Connection): Promise<Lease> {
  return (await row<Lease>(connection, 'SELECT holder, until FROM routine_lease WHERE id = 1')) ?? { holder: '', until: 0 };
}

/** Compare-and-set: false where somebody else moved it meanwhile. */
export async function moveLease(transaction: Transaction, seen: Lease, next: Lease): Promise<boolean> {
  const touched = await execute(
    transaction,
    `UPDATE routine_lease SET holder = :holder, until = :until WHERE id = 1 AND holder = :seenHolder AND until = :seenUntil`,
    { ...next, seenHolder: seen.holder, seenUntil: seen.until },
  );
  return touched === 1;
}
