import { DAY_MS } from '../calendar.ts';
import { formatAmount, joinSum } from '../money.ts';
import type { Connection } from '../../db/statement.ts';
import type { ListRow, ListSource } from '../lists/source.ts';
import { approvedRulebooks } from '../rulebooks/in-force.ts';
import { OVERDUE_DAYS } from './contract.ts';
import { costOf } from './cost.ts';

/** The queue of promotions; ages count whole days up to `now` for what is pending, to the decision for what is decided. */
export function tierReviewSource(now: number): ListSource {
  const until = 'COALESCE(r.decided_at, :now)';
  return {
    resource: 'tier-reviews',
    from: 'tier_reviews r LEFT JOIN accounts a ON a.id = r.affiliate_id',
    parameters: { now },
    fields: {
      id: { sql: 'r.id' },
      affiliate_uid: { sql: 'a.uid' },
      programme: { sql: 'r.programme' },
      month: { sql: 'r.month' },
      tier_from: { sql: 'r.tier_from' },
      tier_to: { sql: 'r.tier_to' },
      qualified_invitees: { sql: 'r.qualified_invitees', nullable: true },
      state: { sql: 'r.state' },
      decided_by: { sql: 'r.decided_by', nullable: true },
      decided_at: { sql: 'r.decided_at', nullable: true },
      comment: { sql: 'r.comment', nullable: true },
      created_at: { sql: 'r.created_at' },
      age_days: { sql: `(${until} - r.created_at) / ${DAY_MS}` },
      overdue: { sql: `CASE WHEN r.state = 'pending' AND :now - r.created_at > ${OVERDUE_DAYS * DAY_MS} THEN 1 ELSE 0 END` },
    },
    hidden: {
      affiliate_id: 'r.affiliate_id',
      rulebook_id: '(SELECT e.rulebook_id FROM evaluations e WHERE e.id = r.evaluation_id)',
      volume_units: 'CAST(r.volume_units AS TEXT)',
      volume_fraction: 'CAST(r.volume_fraction_e8 AS TEXT)',
    },
    search: { affiliate_uid: (parameter) => `a.uid = ${parameter}` },
    small: true,
    newest: '(SELECT max(id) FROM tier_reviews)',
    finish: finishReviews,
  };
}

interface Unfinished {
  affiliate_id: number;
  rulebook_id: number;
  volume_units: string;
  volume_fraction: string;
  state: string;
  month: string;
  tier_from: number;
  tier_to: number;
}

async function finishReviews(connection: Connection, list: ListRow[]): Promise<ListRow[]> {
  const rulebooks = await approvedRulebooks(connection);
  return Promise.all(
    (list as unknown as Unfinished[]).map(async ({ affiliate_id, rulebook_id, volume_units, volume_fraction, ...shown }) => {
      const rulebook = rulebooks.find((one) => one.id === rulebook_id);
      const waits = shown.state === 'pending' && rulebook;
      return {
        ...shown,
        qualified_volume_usdt: formatAmount(joinSum(volume_units, volume_fraction)),
        cost_per_day: waits ? (await costOf(connection, rulebook.document, { affiliate_id, ...shown })).per_day : [],
      };
    }),
  );
}
