import { hash } from 'node:crypto';
import { row, rows, type Connection, type Parameters } from '../../db/statement.ts';
import { monthEnd, monthStart } from '../calendar.ts';
import { EARNS, type SampleFilter } from './contract.ts';

const PAGE = 10_000;

export interface Drawn {
  record_id: number;
  /** The number that it was drawn by. */
  draw: string;
}

/**
 * The number by which a record is drawn: SHA-256 of the seed, a colon and the record's id in digits, in hex. Anybody can compute it again, nobody
 * can foresee for which ids it will be small, and each record of the population has the same chance, whatever else is in it.
 */
export function drawNumber(seed: string, recordId: number): string {
  return hash('sha256', `${seed}:${recordId}`, 'hex');
}

/** Keeps the `size` smallest of what is offered, smallest first; ties, which SHA-256 has none of, go to the lower id. */
export function smallest(size: number): { offer(one: Drawn): void; drawn: Drawn[] } {
  const drawn: Drawn[] = [];
  const before = (one: Drawn, other: Drawn): boolean => one.draw < other.draw || (one.draw === other.draw && one.record_id < other.record_id);
  return {
    drawn,
    offer(one) {
      if (drawn.length === size && !before(one, drawn[size - 1] as Drawn)) return;
      const place = drawn.findIndex((other) => before(one, other));
      drawn.splice(place < 0 ? drawn.length : place, 0, one);
      if (drawn.length > size) drawn.pop();
    },
  };
}

export interface Draw {
  drawn: Drawn[];
  population: number;
  last_record_id: number;
}

/**
 * Draws from all records that fit the filter up to the newest one, or up to `lastRecordId` to draw an earlier sample again: the population is read
 * whole, page by page along the index of the trades' instants, so that its size is exact.
 */
export async function drawRecords(
  connection: Connection, { seed, filter, size }: { seed: string; filter: SampleFilter; size: number }, lastRecordId?: number,
): Promise<Draw> {
  const newest = lastRecordId ?? (await row<{ id: number }>(connection, 'SELECT COALESCE(max(id), 0) AS id FROM commission_records'))?.id ?? 0;
  const { sql, parameters } = await populationOf(connection, filter);
  const choice = smallest(size);
  let population = 0;
  let after = { at: -1, id: 0 };
  for (;;) {
    const page: { id: number; at: number }[] = await rows(
      connection,
      `SELECT c.id, c.executed_at AS at FROM commission_records c
       WHERE c.executed_at >= :from AND (c.executed_at > :after_at OR c.id > :after_id) AND c.executed_at < :until
         AND c.kind = 'commission' AND c.id <= :newest${sql}
       ORDER BY c.executed_at, c.id LIMIT ${PAGE}`,
      {
        ...parameters, from: after.at < 0 ? monthStart(filter.month) : after.at, after_at: after.at, after_id: after.id,
        until: monthEnd(filter.month), newest,
      },
    );
    for (const { id } of page) choice.offer({ record_id: id, draw: drawNumber(seed, id) });
    population += page.length;
    const last = page[page.length - 1];
    if (last === undefined || page.length < PAGE) return { drawn: choice.drawn, population, last_record_id: newest };
    after = last;
  }
}

async function populationOf(connection: Connection, filter: SampleFilter): Promise<{ sql: string; parameters: Parameters }> {
  const sql: string[] = [];
  const parameters: Parameters = {};
  if (filter.programme !== undefined) {
    sql.push('c.programme = :programme');
    parameters['programme'] = filter.programme;
  }
  if (filter.currency !== undefined) {
    sql.push('c.currency = :currency');
    parameters['currency'] = filter.currency;
  }
  if (filter.reason !== undefined) {
    sql.push('c.reason = :reason');
    parameters['reason'] = filter.reason === EARNS ? '' : filter.reason;
  }
  if (filter.affiliate_uid !== undefined) {
    const account = await row<{ id: number }>(connection, 'SELECT id FROM accounts WHERE uid = :uid', { uid: filter.affiliate_uid });
    sql.push('c.inviter_id = :inviter');
    parameters['inviter'] = account?.id ?? 0;
  }
  return { sql: sql.map((one) => ` AND ${one}`).join(''), parameters };
}
