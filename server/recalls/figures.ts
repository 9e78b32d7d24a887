import { row, rows, type Connection } from '../../db/statement.ts';
import { addDays, dayEnd, dayOf } from '../calendar.ts';
import { formatAmount, joinSum } from '../money.ts';
import { RECALLED_UIDS, type RecalledFigures } from './contract.ts';

/** DSH-5, BIN-8: the recalled users of an affiliate and the commission on them, as of the end of the day before `now`. */
export async function recalledFigures(connection: Connection, inviterId: number, now: number): Promise<RecalledFigures> {
  const as_of = addDays(dayOf(now), -1);
  const parameters = { inviterId, until: dayEnd(as_of) };
  const ofInviter = `b.inviter_id = :inviterId AND b.kind = 'recall' AND b.bound_at < :until`;
  const counted = await row<{ n: number }>(connection, `SELECT count(*) AS n FROM bindings b WHERE ${ofInviter}`, parameters);
  const number = counted?.n ?? 0;
  if (number === 0) return { as_of, number, uids: [], commission: [] };
  const latest = await rows<{ uid: string }>(
    connection,
    `SELECT a.uid FROM bindings b JOIN accounts a ON a.id = b.invitee_id WHERE ${ofInviter} ORDER BY b.bound_at DESC, b.id DESC LIMIT :limit`,
    { ...parameters, limit: RECALLED_UIDS },
  );
  const sums = await rows<{ currency: string; records: number; units: string; fraction: string }>(
    connection,
    // Through a recalled invitee's trades to their records: what the affiliate's other invitees brought is not read.
    `WITH made AS (
       SELECT c.id, c.currency, c.amount_e8 FROM bindings b
       JOIN trades t ON t.account_id = b.invitee_id AND t.executed_at >= b.bound_at AND t.executed_at < :until
       JOIN commission_records c ON c.trade_ref = t.id AND c.kind = 'commission'
       WHERE ${ofInviter}
     ), counted AS (
       SELECT currency, amount_e8 FROM made
       UNION ALL SELECT v.currency, v.amount_e8 FROM made m JOIN commission_records v ON v.reverses_id = m.id AND v.executed_at < :until
       UNION ALL SELECT v.currency, v.amount_e8 FROM made m JOIN corrections x ON x.record_id = m.id
         JOIN commission_records v ON v.id = x.result_record_id AND v.executed_at < :until
     )
     SELECT currency, count(*) AS records, CAST(sum(amount_e8 / 100000000) AS TEXT) AS units, CAST(sum(amount_e8 % 100000000) AS TEXT) AS fraction
     FROM counted GROUP BY currency ORDER BY currency`,
    parameters,
  );
  return {
    as_of,
    number,
    uids: latest.map((one) => one.uid),
    commission: sums.map(({ currency, records, units, fraction }) => ({ currency, records, amount: formatAmount(joinSum(units, fraction)) })),
  };
}
