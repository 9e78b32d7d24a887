import type { Connection } from '../../db/statement.ts';
import { rows } from '../../db/statement.ts';
import type { Question } from './question.ts';
import { usedParameters, type Place } from './source.ts';

/**
 * Keys of positions that deep pages have walked over, so that the next one starts nearby. Bounded: some questions,
 * some places each. A question's places are forgotten as soon as anything was written that could move them.
 */
const MAX_QUESTIONS = 64;
const MAX_PLACES = 4_000;

interface Walked {
  stamp: string;
  /** By rising position. */
  places: Place[];
}

// One memory per database: clients of test databases do not meet.
const memory = new WeakMap<object, Map<string, Walked>>();

/** The places of a question, still valid; null where its answer moves with time and nothing may be remembered. */
export async function rememberedPlaces(connection: Connection, question: Question): Promise<Place[] | null> {
  const { source } = question;
  // A source's own parameters are instants: what they decide moves without anything being written.
  if (Object.keys(usedParameters(question.where + question.sort.sql + source.from, source.parameters)).length > 0) return null;
  const questions = memoryOf(connection);
  const name = JSON.stringify([source.resource, question.query.sort, question.query.filter, question.where]);
  const stamp = await stampOf(connection, question);
  const known = questions.get(name);
  const walked = known && known.stamp === stamp ? known : { stamp, places: [] };
  questions.delete(name);
  questions.set(name, walked);
  const oldest = questions.size > MAX_QUESTIONS ? questions.keys().next().value : undefined;
  if (oldest !== undefined) questions.delete(oldest);
  return walked.places;
}

function memoryOf(connection: Connection): Map<string, Walked> {
  const client = connection.client as object;
  let questions = memory.get(client);
  if (!questions) memory.set(client, (questions = new Map()));
  return questions;
}

/** Every change moves one of these: what is known, what was decided, or the newest row. */
async function stampOf(connection: Connection, question: Question): Promise<string> {
  const [heads] = await rows<Record<string, number | string | null>>(
    connection,
    `SELECT (SELECT revision FROM engine_head) AS revision, (SELECT covered_until FROM engine_head) AS covered_until,
       (SELECT seq FROM audit_head) AS seq, ${question.source.newest} AS newest`,
  );
  return JSON.stringify(heads);
}

/** The last remembered place at or before a position. */
export function nearest(places: Place[], position: number): Place | null {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as Place).position <= position) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : (places[low - 1] as Place);
}

export function remember(places: Place[], place: Place): void {
  if (places.length >= MAX_PLACES) return;
  const before = nearest(places, place.position);
  if (before?.position === place.position) return;
  places.splice(before === null ? 0 : places.indexOf(before) + 1, 0, place);
}
