import Papa from 'papaparse';
import { rows, type Connection } from '../../db/statement.ts';
import { feedColumns, rejectColumns, type Feed } from '../feeds/contract.ts';
import type { Reject } from './store.ts';

const PAGE = 2_000;

/** The refused rows of an import as a CSV of the original columns plus line, column and code: mended, it is imported again. */
export async function* rejectsCsv(connection: Connection, feed: Feed, importId: number): AsyncGenerator<string> {
  yield headLine(feed);
  for (let after = 0; ; ) {
    const page = await rows<Reject & { id: number }>(
      connection,
      `SELECT id, line, outcome, column_name, value, code, fields FROM import_rejects WHERE import_id = :importId AND id > :after ORDER BY id LIMIT :limit`,
      { importId, after, limit: PAGE },
    );
    if (page.length === 0) return;
    yield rejectLines(feed, page);
    after = (page[page.length - 1] as { id: number }).id;
  }
}

export function headLine(feed: Feed): string {
  return `${[...feedColumns[feed], ...rejectColumns].join(',')}\n`;
}

/** The values as they came: this file goes back into an import, so nothing in it is guarded against spreadsheets. */
export function rejectLines(feed: Feed, list: Reject[]): string {
  const lines = list.map((reject) => {
    const fields = JSON.parse(reject.fields) as Record<string, string>;
    return [...feedColumns[feed].map((column) => fields[column] ?? ''), String(reject.line), reject.column_name, reject.code];
  });
  return `${Papa.unparse(lines, { newline: '\n' })}\n`;
}
