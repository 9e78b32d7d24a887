import type { Connection } from '../../db/statement.ts';
import { hashOf } from '../audit/service.ts';
import { eventsAfter, readHead as readAuditHead } from '../audit/store.ts';
import type { AuditChanges } from '../audit/contract.ts';
import { DAY_MS, dayEnd, dayOf, formatInstant, monthEnd, monthOf } from '../calendar.ts';
import { readHead } from '../engine/head.ts';
import { evaluationDue } from '../evaluations/due.ts';
import { importSource } from '../imports/source.ts';
import { listPage } from '../lists/page.ts';
import type { Condition, ListQuery } from '../lists/query.ts';
import type { ListRow, ListSource } from '../lists/source.ts';
import type { Decider } from '../live/contract.ts';
import { may, type Role } from '../policy/contract.ts';
import { runSource } from '../runs/source.ts';
import { OVERDUE_DAYS, type TierReviewRow } from '../tier-reviews/contract.ts';
import { tierReviewSource } from '../tier-reviews/source.ts';
import { commissionFigures } from './commission.ts';
import type { Home, HomeAudit, HomeDeadline, HomeImport, HomeQueue, HomeRun } from './contract.ts';
import { nextPayout, requestsOf } from './requests.ts';
import { reviewCounts } from './store.ts';

const REVIEWS = 10;
const LAST = 5;
const AUDIT_TAIL = 1_000;

/** The first screen: what waits, the figures of the day, what ran last, what is due (DESIGN 7). */
export async function homeOf(connection: Connection, me: Decider, now: number): Promise<Home> {
  const { role } = me;
  const { covered_until } = await readHead(connection);
  const due = await evaluationDue(connection, now);
  const [figures, queue, requests, next_payout, runs, imports, audit] = await Promise.all([
    commissionFigures(connection, covered_until),
    queueOf(connection, role, now, due),
    requestsOf(connection, me, now),
    nextPayout(connection, covered_until, now),
    lastOf(connection, runSource, role),
    may(role, 'imports', 'read') ? lastOf(connection, importSource, role) : null,
    may(role, 'audit-events', 'read') ? auditTail(connection) : null,
  ]);
  return {
    now: formatInstant(now),
    queue,
    requests,
    next_payout,
    ...figures,
    last_runs: runs.map(homeRun),
    last_imports: imports?.map(homeImport) ?? null,
    next_deadlines: deadlines(due, covered_until, now),
    audit,
  };
}

async function queueOf(connection: Connection, role: Role, now: number, due: string | null): Promise<HomeQueue> {
  const pending: Condition = { field: 'state', operator: 'eq', value: 'pending' };
  const [counts, page] = await Promise.all([
    reviewCounts(connection, now - OVERDUE_DAYS * DAY_MS),
    listPage(connection, tierReviewSource(now), {
      sort: { field: 'created_at', direction: 'ASC' }, range: { first: 0, last: REVIEWS - 1 }, filter: [pending],
    }, role),
  ]);
  return {
    pending_reviews: counts.pending,
    overdue_reviews: counts.overdue,
    evaluation_due: due,
    reviews: page.rows as unknown as TierReviewRow[],
  };
}

async function lastOf(connection: Connection, source: ListSource, role: Role): Promise<ListRow[]> {
  const query: ListQuery = { sort: { field: 'id', direction: 'DESC' }, range: { first: 0, last: LAST - 1 }, filter: [] };
  return (await listPage(connection, source, query, role)).rows;
}

function homeRun(run: ListRow): HomeRun {
  const { id, kind, day, month, state, progress, started_at, finished_at } = run as unknown as
    HomeRun & { day: string | null; month: string | null };
  return { id, kind, period: day ?? month ?? '', state, progress, started_at, finished_at };
}

function homeImport(one: ListRow): HomeImport {
  const { id, feed, file_name, state, rows, rejected, conflicts, started_at } = one as unknown as HomeImport;
  return { id, feed, file_name, state, rows, rejected, conflicts, started_at };
}

function deadlines(due: string | null, coveredUntil: number, now: number): HomeDeadline[] {
  const month = due ?? monthOf(now);
  const day = dayOf(coveredUntil === 0 ? now : coveredUntil);
  const list: HomeDeadline[] = [
    { kind: 'evaluation', period: month, at: formatInstant(monthEnd(month)) },
    { kind: 'commission', period: day, at: formatInstant(dayEnd(day)) },
  ];
  return list.sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** Whether the last events chain up; `verify` asks it of all (CONTRACT 4). */
async function auditTail(connection: Connection): Promise<HomeAudit | null> {
  const head = await readAuditHead(connection);
  const events = await eventsAfter(connection, Math.max(0, head.seq - AUDIT_TAIL), AUDIT_TAIL);
  const chained = events.filter((event) => event.seq <= head.seq);
  const last = chained[chained.length - 1];
  if (!last) return null;
  const intact = last.hash === head.hash && chained.every((event, place) => {
    const before = chained[place - 1];
    if (before && (event.prev !== before.hash || event.seq !== before.seq + 1)) return false;
    return hashOf({ ...event, at: formatInstant(event.at), changes: JSON.parse(event.changes) as AuditChanges }) === event.hash;
  });
  return { seq: last.seq, at: formatInstant(last.at), hash: last.hash, intact };
}
