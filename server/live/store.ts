import { rows, type Connection } from '../../db/statement.ts';

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
