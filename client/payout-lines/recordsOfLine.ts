import { listPath } from '../list/listPath.ts';

/** The list of the records that a line pays. */
export function recordsOfLine(id: string): string {
  return listPath('commissions', { payout_line_id: id });
}
