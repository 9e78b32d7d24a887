import { FOREVER } from '../calendar.ts';
import { execute, rows, type Connection } from '../../db/statement.ts';
import { dialectOf } from '../../db/connection.ts';

/**
 * State over time of accounts (DESIGN 3). A span says what held in `[from_at, to_at)`; the book keeps what is believed now,
 * takes new facts in order of arrival, and writes spans that supersede others: nothing is overwritten.
 */
export type StateField =
  | 'account_type' | 'kyc_level' | 'vip_level' | 'country' | 'restriction' | 'tier'
  | 'ratio:spot_margin' | 'ratio:futures' | 'ratio:mining';

export interface Span {
  /** null: not written yet. */
  id: number | null;
  account_id: number;
  field: StateField;
  value: string;
  from_at: number;
  to_at: number;
  cause: string;
}

export interface StateBook {
  spans: Map<string, Span[]>;
  superseded: number[];
}

export interface StateFact {
  account_id: number;
  field: StateField;
  value: string;
  at: number;
  /** What brought it: `event:…`, `activation:…`, `ratio:…`, `evaluation:…`, `tier_review:…`, `registration`. */
  cause: string;
}

const keyOf = (accountId: number, field: StateField): string => `${accountId} ${field}`;

export async function loadStates(connection: Connection, accountIds: number[]): Promise<StateBook> {
  const book: StateBook = { spans: new Map(), superseded: [] };
  if (accountIds.length === 0) return book;
  const list = await rows<Span>(
    connection,
    `SELECT s.id, s.account_id, s.field, s.value, s.from_at, s.to_at, s.cause
     FROM {{ids}} r JOIN account_states s ON s.account_id = r.id AND s.known_to = ${FOREVER}
     ORDER BY s.account_id, s.field, s.from_at`,
    { ids: JSON.stringify([...new Set(accountIds)].map((id) => ({ id }))) },
    { ids: dialectOf(connection).rowset('ids', { id: 'integer' }) },
  );
  for (const span of list) spansOf(book, span.account_id, span.field).push(span);
  return book;
}

/** The spans of one field, in order of time. */
export function spansOf(book: StateBook, accountId: number, field: StateField): Span[] {
  const key = keyOf(accountId, field);
  let list = book.spans.get(key);
  if (!list) book.spans.set(key, (list = []));
  return list;
}

/** What held at the instant as believed now, or null where nothing was ever said. */
export function stateAt(book: StateBook, accountId: number, field: StateField, at: number): string | null {
  const span = spansOf(book, accountId, field).find((one) => one.from_at <= at && at < one.to_at);
  return span ? span.value : null;
}

/**
 * A fact holds from its instant to the next known one; of two at one instant the one that arrived later holds (DOMAIN 1).
 * A fact that repeats the value still splits: a late fact before it must end where it begins.
 */
export function applyState(book: StateBook, fact: StateFact): void {
  const list = spansOf(book, fact.account_id, fact.field);
  const index = list.findIndex((span) => span.from_at <= fact.at && fact.at < span.to_at);
  const added = (from_at: number, to_at: number, value: string, cause: string): Span => ({
    id: null, account_id: fact.account_id, field: fact.field, value, from_at, to_at, cause,
  });
  if (index < 0) {
    const next = list.find((span) => span.from_at > fact.at);
    list.push(added(fact.at, next ? next.from_at : FOREVER, fact.value, fact.cause));
  } else {
    const old = list[index] as Span;
    if (old.id !== null) book.superseded.push(old.id);
    const before = old.from_at < fact.at ? [added(old.from_at, fact.at, old.value, old.cause)] : [];
    list.splice(index, 1, ...before, added(fact.at, old.to_at, fact.value, fact.cause));
  }
  list.sort((a, b) => a.from_at - b.from_at);
}

/** A fact that begins anew: whatever was believed from its instant on was about something that is over. */
export function restartState(book: StateBook, fact: StateFact): void {
  const list = spansOf(book, fact.account_id, fact.field);
  const gone = list.filter((span) => span.from_at >= fact.at);
  for (const span of gone) if (span.id !== null) book.superseded.push(span.id);
  list.splice(0, list.length, ...list.filter((span) => !gone.includes(span)));
  applyState(book, fact);
  const last = list[list.length - 1] as Span;
  if (last.to_at === FOREVER) return;
  list[list.length - 1] = { ...last, id: null, to_at: FOREVER };
}

/** Writes what the book learnt, under the revision that is being made. */
export async function saveStates(transaction: Connection, book: StateBook, revision: number): Promise<void> {
  const dialect = dialectOf(transaction);
  if (book.superseded.length > 0) {
    await execute(
      transaction,
      `UPDATE account_states SET known_to = :revision WHERE id IN (SELECT r.id FROM {{ids}} r)`,
      { revision, ids: JSON.stringify(book.superseded.map((id) => ({ id }))) },
      { ids: dialect.rowset('ids', { id: 'integer' }) },
    );
    book.superseded = [];
  }
  const added = [...book.spans.values()].flat().filter((span) => span.id === null);
  if (added.length === 0) return;
  await execute(
    transaction,
    `INSERT INTO account_states (account_id, field, value, from_at, to_at, known_from, known_to, cause)
     SELECT r.account_id, r.field, r.value, r.from_at, r.to_at, :revision, ${FOREVER}, r.cause FROM {{spans}} r`,
    { revision, spans: JSON.stringify(added) },
    {
      spans: dialect.rowset('spans', {
        account_id: 'integer', field: 'text', value: 'text', from_at: 'integer', to_at: 'integer', cause: 'text',
      }),
    },
  );
}
