import { dialectOf } from '../../db/connection.ts';
import { rows, type Connection } from '../../db/statement.ts';
import { FOREVER } from '../calendar.ts';
import type { ListRow, ListSource } from '../lists/source.ts';
import { formatAmount, joinSum } from '../money.ts';
import type { JoinBonuses } from './contract.ts';

/** When the enrolment ended that was open at the join: of one whose end became known late, before it. */
const end = `(SELECT p.to_at FROM enrolment_periods p WHERE p.account_id = j.affiliate_id AND p.known_to = ${FOREVER} AND p.from_at <= j.joined_at
  ORDER BY p.from_at DESC LIMIT 1)`;

/** CAM-1: who joined which campaign, and until when that holds (CAM-6). */
export function campaignJoinsSource(now: number): ListSource {
  return {
    resource: 'campaign-joins',
    from: 'campaign_joins j LEFT JOIN campaigns c ON c.id = j.campaign_id LEFT JOIN accounts a ON a.id = j.affiliate_id',
    parameters: { now },
    fields: {
      id: { sql: 'j.id', plain: true },
      campaign_id: { sql: 'j.campaign_id', plain: true },
      campaign_code: { sql: 'c.code', plain: true },
      affiliate_uid: { sql: 'a.uid', plain: true, match: (values) => `j.affiliate_id IN (SELECT x.id FROM accounts x WHERE x.uid IN (${values}))` },
      joined_at: { sql: 'j.joined_at' },
      ended_at: { sql: `CASE WHEN ${end} <= :now THEN ${end} END`, nullable: true },
      current: { sql: `CASE WHEN ${end} > :now THEN 1 ELSE 0 END` },
      requested_by: { sql: 'j.requested_by' },
    },
    search: { affiliate_uid: (parameter) => `j.affiliate_id = (SELECT x.id FROM accounts x WHERE x.uid = ${parameter})` },
    newest: '(SELECT max(id) FROM campaign_joins)',
    finish: withBonuses,
  };
}

/** What the join has brought: the bonuses earned while it held, by state and currency. */
async function withBonuses(connection: Connection, list: ListRow[]): Promise<ListRow[]> {
  const groups = await rows<{ id: number; state: JoinBonuses['state']; currency: string; bonuses: number; units: string; fraction: string }>(
    connection,
    `SELECT j.id, n.state, n.currency, count(*) AS bonuses, CAST(sum(n.amount_e8 / 100000000) AS TEXT) AS units,
       CAST(sum(n.amount_e8 % 100000000) AS TEXT) AS fraction
     FROM campaign_joins j JOIN bonuses n ON n.campaign_id = j.campaign_id AND n.affiliate_id = j.affiliate_id
       AND n.earned_at >= j.joined_at AND n.earned_at < ${end}
     WHERE j.id IN (SELECT k.id FROM {{ids}} k) GROUP BY j.id, n.state, n.currency ORDER BY j.id, n.state, n.currency`,
    { ids: JSON.stringify(list.map(({ id }) => ({ id: Number(id) }))) },
    { ids: dialectOf(connection).rowset('ids', { id: 'integer' }) },
  );
  return list.map((one) => ({
    ...one,
    bonuses: groups.filter(({ id }) => String(id) === String(one['id'])).map(({ state, currency, bonuses, units, fraction }): JoinBonuses => ({
      state, currency, bonuses, amount: formatAmount(joinSum(units, fraction)),
    })),
  }));
}
