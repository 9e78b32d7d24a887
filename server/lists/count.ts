import type { Connection } from '../../db/statement.ts';
import { askRows, type Question } from './question.ts';

/** A total that is not exact says: at least this many (CONTRACT 3). */
export const COUNT_CAP = 10_001;

/** How many rows a question has, counted up to the cap; without one, all. */
export async function countUpTo(connection: Connection, question: Question, cap: number | null): Promise<number> {
  const { source, where } = question;
  const limit = cap === null ? '' : 'LIMIT :count_cap';
  const [counted] = await askRows<{ n: number }>(
    connection,
    question,
    `SELECT count(*) AS n FROM (SELECT 1 AS one FROM ${source.from} ${where} ${limit}) counted`,
    cap === null ? {} : { count_cap: cap },
  );
  return counted?.n ?? 0;
}
