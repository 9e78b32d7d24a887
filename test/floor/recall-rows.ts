/** Rows of the feed `recalls` and what became of each. */
import { rows } from '../../db/statement.ts';
import { codeOf, moment } from '../worlds/story.ts';
import type { Floor } from './floor.ts';

export interface RecallRow {
  recall_id: string;
  uid: string;
  inviter_code: string;
  via: string;
  attempted_at: string;
  confirmed_at: string;
}

/** Through the current link of `by`, confirmed as it was attempted, unless said. */
export function recall(uid: string, by: string, on: string, said: Partial<RecallRow> = {}): RecallRow {
  return {
    recall_id: `r-${uid}`, uid, inviter_code: codeOf(by), via: 'current_link', attempted_at: moment(on), confirmed_at: moment(on), ...said,
  };
}

const columns = ['recall_id', 'uid', 'inviter_code', 'via', 'attempted_at', 'confirmed_at'] as const;

/** One file; the outcome of each row: `accepted`, `conflict`, `duplicate`, or the codes of its refusal. */
export async function recalls(floor: Floor, ...list: RecallRow[]): Promise<string[]> {
  const lines = list.map((row) => columns.map((column) => row[column]).join(','));
  const figures = await floor.file('recalls', `${columns.join(',')}\n${lines.join('\n')}\n`);
  const rejects = await rows<{ line: number; code: string }>(
    floor.database.read, 'SELECT line, code FROM import_rejects WHERE import_id = :id', { id: Number(figures.import_id) },
  );
  const outcomes = list.map((_, index) => rejects.find((one) => one.line === index + 2)?.code ?? 'accepted');
  // Of a file of several rows the figures do not tell which one stood there already.
  return figures.duplicates === list.length ? list.map(() => 'duplicate') : outcomes;
}
