import type { Connection } from '../../db/statement.ts';
import type { ListRow, ListSource } from '../lists/source.ts';
import { formatAmount } from '../money.ts';
import { differenceOf } from './difference.ts';

/** Records that would come out higher by what is known now (STA-10), with the engine's own difference as of now. */
export const shortfallSource: ListSource = {
  resource: 'shortfalls',
  from: `shortfalls s
    LEFT JOIN commission_records c ON c.id = s.record_id
    LEFT JOIN accounts a ON a.id = c.inviter_id
    LEFT JOIN trades t ON t.id = c.trade_ref`,
  parameters: {},
  fields: {
    id: { sql: 's.id' },
    record_id: { sql: 's.record_id' },
    affiliate_uid: { sql: 'a.uid', plain: true },
    trade_id: { sql: 't.trade_id', plain: true },
    executed_at: { sql: 'c.executed_at' },
    currency: { sql: 'c.currency', plain: true },
    cause: { sql: 's.cause' },
    found_at: { sql: 's.found_at' },
  },
  search: { affiliate_uid: (parameter) => `a.uid = ${parameter}`, trade_id: (parameter) => `t.trade_id = ${parameter}` },
  small: true,
  newest: '(SELECT max(id) FROM shortfalls)',
  finish: (connection, list) => Promise.all(list.map((one) => withDifference(connection, one))),
};

async function withDifference(connection: Connection, shown: ListRow): Promise<ListRow> {
  const { decided, as_known_now, corrected, difference } = await differenceOf(connection, Number(shown['record_id']));
  return {
    ...shown,
    decided: formatAmount(decided),
    as_known_now: formatAmount(as_known_now),
    corrected: formatAmount(corrected),
    difference: formatAmount(difference),
  };
}
