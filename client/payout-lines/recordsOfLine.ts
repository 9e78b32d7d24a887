import { rowsOf } from '../list/rowsOf.ts';

/** The list of the records that a line pays. */
export function recordsOfLine(id: string): string {
  return rowsOf('commissions', { payout_line_id: id }, ['payout_line_id']);
}
