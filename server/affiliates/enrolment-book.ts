import { FOREVER } from '../calendar.ts';
import { execute, row, rows, type Connection } from '../../db/statement.ts';
import { dialectOf } from '../../db/connection.ts';
import type { Programme } from '../rulebooks/contract.ts';
import type { EndReason } from './contract.ts';

/** Enrolment intervals `[from_at, to_at)` as believed now, of a set of accounts; superseded, never overwritten (ENR-4, STA-2). */
export interface EnrolmentPeriod {
  id: number | null;
  enrolment_id: number;
  account_id: number;
  programme: Programme;
  from_at: number;
  to_at: number;
  end_reason: string | null;
  cause: string;
}

export interface EnrolmentBook {
  periods: Map<number, EnrolmentPeriod[]>;
  superseded: number[];
}

export async function loadEnrolments(connection: Connection, accountIds: number[]): Promise<EnrolmentBook> {
  const book: EnrolmentBook = { periods: new Map(), superseded: [] };
  if (accountIds.length === 0) return book;
  const list = await rows<EnrolmentPeriod>(
    connection,
    `SELECT e.id, e.enrolment_id, e.account_id, e.programme, e.from_at, e.to_at, e.end_reason, e.cause
     FROM {{ids}} r JOIN enrolment_periods e ON e.account_id = r.id AND e.known_to = ${FOREVER}
     ORDER BY e.account_id, e.from_at`,
    { ids: JSON.stringify([...new Set(accountIds)].map((id) => ({ id }))) },
    { ids: dialectOf(connection).rowset('ids', { id: 'integer' }) },
  );
  for (const period of list) periodsOf(book, period.account_id).push(period);
  return book;
}

export function periodsOf(book: EnrolmentBook, accountId: number): EnrolmentPeriod[] {
  let list = book.periods.get(accountId);
  if (!list) book.periods.set(accountId, (list = []));
  return list;
}

export function enrolmentAt(book: EnrolmentBook, accountId: number, at: number): EnrolmentPeriod | null {
  return periodsOf(book, accountId).find((period) => period.from_at <= at && at < period.to_at) ?? null;
}

/** ENR-4, and what it guards: an affiliate has at most one enrolment at any instant, so a late one may not reach into a later one. */
export function enrolmentInTheWay(book: EnrolmentBook, accountId: number, activatedAt: number): boolean {
  return periodsOf(book, accountId).some((period) => period.to_at > activatedAt);
}

/** Ends the enrolment open at the instant; answers its id, or null where none was open. */
export function endEnrolment(book: EnrolmentBook, accountId: number, at: number, reason: EndReason, cause: string): number | null {
  const list = periodsOf(book, accountId);
  const index = list.findIndex((period) => period.from_at <= at && at < period.to_at);
  if (index < 0) return null;
  const old = list[index] as EnrolmentPeriod;
  if (old.id !== null) book.superseded.push(old.id);
  list[index] = { ...old, id: null, to_at: at, end_reason: reason, cause };
  return old.enrolment_id;
}

/** Writes the enrolment itself (a fact) and puts its period into the book. */
export async function openEnrolment(
  transaction: Connection,
  book: EnrolmentBook,
  enrolment: { activation_id: string; account_id: number; programme: Programme; activated_at: number; import_id: number },
): Promise<void> {
  const made = await row<{ id: number }>(
    transaction,
    `INSERT INTO enrolments (activation_id, account_id, programme, activated_at, import_id)
     VALUES (:activation_id, :account_id, :programme, :activated_at, :import_id) RETURNING id`,
    { ...enrolment },
  );
  periodsOf(book, enrolment.account_id).push({
    id: null,
    enrolment_id: (made as { id: number }).id,
    account_id: enrolment.account_id,
    programme: enrolment.programme,
    from_at: enrolment.activated_at,
    to_at: FOREVER,
    end_reason: null,
    cause: `activation:${enrolment.activation_id}`,
  });
}

export async function saveEnrolments(transaction: Connection, book: EnrolmentBook, revision: number): Promise<void> {
  const dialect = dialectOf(transaction);
  if (book.superseded.length > 0) {
    await execute(
      transaction,
      'UPDATE enrolment_periods SET known_to = :revision WHERE id IN (SELECT r.id FROM {{ids}} r)',
      { revision, ids: JSON.stringify(book.superseded.map((id) => ({ id }))) },
      { ids: dialect.rowset('ids', { id: 'integer' }) },
    );
    book.superseded = [];
  }
  const added = [...book.periods.values()].flat().filter((period) => period.id === null);
  if (added.length === 0) return;
  await execute(
    transaction,
    `INSERT INTO enrolment_periods (enrolment_id, account_id, programme, from_at, to_at, end_reason, known_from, known_to, cause)
     SELECT r.enrolment_id, r.account_id, r.programme, r.from_at, r.to_at, r.end_reason, :revision, ${FOREVER}, r.cause FROM {{periods}} r`,
    { revision, periods: JSON.stringify(added) },
    {
      periods: dialect.rowset('periods', {
        enrolment_id: 'integer', account_id: 'integer', programme: 'text', from_at: 'integer', to_at: 'integer', end_reason: 'text', cause: 'text',
      }),
    },
  );
}
