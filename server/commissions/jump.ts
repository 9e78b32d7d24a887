import { dayEnd, dayStart } from '../calendar.ts';
import { row, rows, type Connection } from '../../db/statement.ts';
import type { ListQuery } from '../lists/query.ts';
import type { Place } from '../lists/source.ts';
import { countAll } from './counts.ts';

const BEYOND_EVERY_ID = Number.MAX_SAFE_INTEGER;

/** Where to start for a deep page of all records: told by arithmetic on ids, or by the days' kept counts. */
export async function jumpTo(connection: Connection, query: ListQuery, position: number): Promise<Place | null> {
  if (query.filter.length > 0) return null;
  const descending = query.sort.direction === 'DESC';
  if (query.sort.field === 'executed_at') return jumpByDay(connection, position, descending);
  return query.sort.field === 'id' || query.sort.field === 'record_id' ? jumpById(connection, position, descending) : null;
}

/** Ids without a gap are positions. PostgreSQL leaves gaps where a transaction failed: then the list is walked. */
async function jumpById(connection: Connection, position: number, descending: boolean): Promise<Place | null> {
  const total = await countAll(connection);
  const ends = await row<{ first: number; last: number }>(
    connection,
    `SELECT COALESCE((SELECT min(id) FROM commission_records), 0) AS first,
       COALESCE((SELECT max(id) FROM commission_records), 0) AS last`,
  );
  if (ends === undefined || ends.last - ends.first + 1 !== total) return null;
  const id = descending ? ends.last - position + 1 : ends.first + position - 1;
  return { position, key: { value: id, id } };
}

interface DayCounts {
  newest: number;
  days: { day: string; records: number }[];
}

// Per database: the records of each UTC day, as long as none has come since.
const known = new WeakMap<object, DayCounts>();

async function jumpByDay(connection: Connection, position: number, descending: boolean): Promise<Place | null> {
  const days = await dayCounts(connection);
  let before = 0;
  for (const { day, records } of descending ? [...days].reverse() : days) {
    if (before + records > position) {
      const key = descending ? { value: dayEnd(day), id: BEYOND_EVERY_ID } : { value: dayStart(day), id: -1 };
      return { position: before, key };
    }
    before += records;
  }
  return null;
}

async function dayCounts(connection: Connection): Promise<DayCounts['days']> {
  const client = connection.client as object;
  const newest = (await row<{ id: number | null }>(connection, 'SELECT max(id) AS id FROM commission_records'))?.id ?? 0;
  const before = known.get(client);
  if (before?.newest === newest) return before.days;
  const days = await rows<{ day: string; records: number }>(
    connection,
    'SELECT day, CAST(sum(records) AS BIGINT) AS records FROM commission_totals GROUP BY day ORDER BY day',
  );
  known.set(client, { newest, days });
  return days;
}
