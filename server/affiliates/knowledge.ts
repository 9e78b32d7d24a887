import { row, type Connection } from '../../db/statement.ts';
import { FOREVER } from '../calendar.ts';

/** By which revision a question is asked: a number, or null for what is believed now. */
export type Known = number | null;

/**
 * That a row of `account_states` or `enrolment_periods` was believed: at the revision `:known`, or now. What is believed now has a
 * form of its own, because the indexes of current beliefs answer it.
 */
export function believed(alias: string, known: Known): string {
  if (known === null) return `${alias}.known_to = ${FOREVER}`;
  return `${alias}.known_from <= :known AND :known < ${alias}.known_to`;
}

/** What `believed` names. */
export function knownParameter(known: Known): { known?: number } {
  return known === null ? {} : { known };
}

/** The revision of an instant: the last one that was made by then; 0 before the first, when nothing was known. */
export async function revisionAt(connection: Connection, at: number): Promise<number> {
  const found = await row<{ seq: number }>(connection, 'SELECT seq FROM revisions WHERE at <= :at ORDER BY seq DESC LIMIT 1', { at });
  return found?.seq ?? 0;
}
