import { addMonths, monthEnd, monthOf } from '../calendar.ts';
import { shareHead } from '../engine/head.ts';
import { rows, type Connection } from '../../db/statement.ts';

/**
 * TIE-3: what arrives for a closed month counts for the earliest month after it that is still open. Answers, for the instant
 * of a fact that arrives now, that month, or null where its own month is still open. Takes the head's shared lock: no month is
 * closed between this question and the transaction's end.
 */
export async function lateMonths(transaction: Connection): Promise<(at: number) => string | null> {
  await shareHead(transaction);
  const list = await rows<{ month: string }>(transaction, 'SELECT month FROM closed_months');
  const closed = new Set(list.map((item) => item.month));
  const lastClosed = list.reduce((last, item) => (item.month > last ? item.month : last), '');
  const openFrom = lastClosed === '' ? 0 : monthEnd(lastClosed);
  return (at) => {
    if (Number.isNaN(at) || at >= openFrom) return null;
    const own = monthOf(at);
    let month = own;
    while (closed.has(month)) month = addMonths(month, 1);
    return month === own ? null : month;
  };
}
