import { row, rows, type Connection } from '../../db/statement.ts';
import { tableOf } from '../transitions/table.ts';
import { QUEUE_CAP, type Queue } from './contract.ts';

export interface Touched {
  subject_type: string;
  subject_id: string;
}

/** What audit events after this one were about, the oldest first; at most so many events are looked at. */
export function touchedAfter(connection: Connection, seq: number, most: number): Promise<Touched[]> {
  return rows<Touched>(
    connection,
    `SELECT DISTINCT subject_type, subject_id FROM
       (SELECT subject_type, subject_id FROM audit_events WHERE seq > :seq ORDER BY seq LIMIT :most) latest`,
    { seq, most },
  );
}

/** How many wait, up to the cap. A freeze whose 72 hours are over waits no more (STA-8). */
export async function waitingIn(connection: Connection, queue: Queue, now: number): Promise<number> {
  const lapses = queue === 'status-changes';
  const counted = await row<{ n: number }>(
    connection,
    `SELECT count(*) AS n FROM (SELECT 1 AS one FROM ${tableOf(queue)}
       WHERE state = 'pending'${lapses ? ' AND (holds_until IS NULL OR holds_until > :now)' : ''} LIMIT ${QUEUE_CAP}) waiting`,
    lapses ? { now } : {},
  );
  return counted?.n ?? 0;
}
