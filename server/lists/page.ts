import type { Connection } from '../../db/statement.ts';
import { Refusal } from '../refusal.ts';
import type { Role } from '../policy/contract.ts';
import { countUpTo, COUNT_CAP } from './count.ts';
import { ask, keysFrom, type Question } from './question.ts';
import { nearest, remember, rememberedPlaces } from './remembered.ts';
import { readRows } from './row.ts';
import type { ListQuery } from './query.ts';
import type { Key, ListRow, ListSource, Place } from './source.ts';

/** No OFFSET goes over more rows than this (DESIGN 9). */
const STEP = 5_000;

export interface ListPage {
  rows: ListRow[];
  /** Exact, or 10,001 where `capped`. */
  total: number;
  capped: boolean;
}

/**
 * One page of a list: rows as this role may see them, and how many there are.
 * Keyset pages behind positions: the keys of the page first, from the nearest known place, then its rows.
 */
export async function listPage(connection: Connection, source: ListSource, query: ListQuery, role: Role): Promise<ListPage> {
  const question = await ask(connection, source, query, role);
  const known = (await source.count?.(connection, query)) ?? null;
  // Nothing there: a scan of everything in the bounds would find the same.
  if (known === 0) return { rows: [], total: 0, capped: false };
  const keys = await (query.range.first <= STEP ? keysOfNearPage(connection, question) : keysOfDeepPage(connection, question, known));
  const rows = await readRows(connection, source, keys.map((key) => key.id), role);
  return { rows, ...(await totalOf(connection, question, known, keys.length)) };
}

/** One row by id, as the role may see it; throws not_found. */
export async function rowById(connection: Connection, source: ListSource, id: string, role: Role): Promise<ListRow> {
  const [row] = (await listPage(connection, source, {
    sort: { field: 'id', direction: 'ASC' },
    range: { first: 0, last: 0 },
    filter: [{ field: 'id', operator: 'eq', value: id }],
  }, role)).rows;
  if (!row) throw new Refusal('not_found');
  return row;
}

function wantedOf({ query }: Question): number {
  return query.range.last - query.range.first + 1;
}

function keysOfNearPage(connection: Connection, question: Question): Promise<Key[]> {
  return keysFrom(connection, question, { key: null, skip: question.query.range.first, count: wantedOf(question) });
}

async function keysOfDeepPage(connection: Connection, question: Question, total: number | null): Promise<Key[]> {
  const { first } = question.query.range;
  if (total !== null && first >= total) return [];
  const places = await rememberedPlaces(connection, question);
  const jumped = (await question.source.jump?.(connection, question.query, first)) ?? null;
  const walked = places === null ? null : nearest(places, first);
  const start = later(jumped, walked);
  if (total !== null && total - first <= STEP && first - (start?.position ?? 0) > STEP) {
    return keysFromTheEnd(connection, question, total);
  }
  const place = await walkTo(connection, question, start, first, places ?? []);
  if (place === 'beyond') return [];
  return keysFrom(connection, question, {
    key: place?.key ?? null,
    skip: first - (place?.position ?? 0),
    count: wantedOf(question),
  });
}

function later(one: Place | null, other: Place | null): Place | null {
  if (one === null || other === null) return one ?? other;
  return one.position >= other.position ? one : other;
}

/** In steps by key only, each remembered, until the position is within one step. */
async function walkTo(
  connection: Connection,
  question: Question,
  start: Place | null,
  position: number,
  places: Place[],
): Promise<Place | null | 'beyond'> {
  let place = start;
  while (position - (place?.position ?? 0) > STEP) {
    const [key] = await keysFrom(connection, question, { key: place?.key ?? null, skip: STEP - 1, count: 1 });
    if (!key) return 'beyond';
    place = { position: (place?.position ?? 0) + STEP, key };
    remember(places, place);
  }
  return place;
}

async function keysFromTheEnd(connection: Connection, question: Question, total: number): Promise<Key[]> {
  const count = Math.min(wantedOf(question), total - question.query.range.first);
  const skip = total - question.query.range.first - count;
  return (await keysFrom(connection, question, { key: null, skip, count, backwards: true })).reverse();
}

async function totalOf(
  connection: Connection,
  question: Question,
  known: number | null,
  found: number,
): Promise<{ total: number; capped: boolean }> {
  if (known !== null) return { total: known, capped: false };
  const { first } = question.query.range;
  // A page that is not full ends the list.
  if (found < wantedOf(question) && (found > 0 || first === 0)) return { total: first + found, capped: false };
  if (question.source.small) return { total: await countUpTo(connection, question, null), capped: false };
  const total = await countUpTo(connection, question, COUNT_CAP);
  return { total, capped: total === COUNT_CAP };
}
