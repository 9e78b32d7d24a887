import { keptSum } from '../lists/kept-sum.ts';
import type { ListSource } from '../lists/source.ts';
import { evaluationColumns } from './contract.ts';

/** The evaluations of closed months, one per affiliate and month. */
export const evaluationsSource: ListSource = {
  resource: 'evaluations',
  from: `evaluations v
    LEFT JOIN accounts a ON a.id = v.affiliate_id
    LEFT JOIN tier_reviews w ON w.evaluation_id = v.id`,
  parameters: {},
  fields: {
    id: { sql: 'v.id' },
    month: { sql: 'v.month', plain: true },
    affiliate_uid: {
      sql: 'a.uid',
      plain: true,
      match: (values, single) =>
        `v.affiliate_id ${single ? '=' : 'IN'} (SELECT x.id FROM accounts x WHERE x.uid ${single ? '=' : 'IN'} (${values}))`,
    },
    programme: { sql: 'v.programme', plain: true },
    tier_before: { sql: 'v.tier_before' },
    qualified_invitees: { sql: 'v.qualified_invitees', nullable: true },
    qualified_volume_usdt: keptSum('v.volume_units', 'v.volume_fraction_e8'),
    tier_reached: { sql: 'v.tier_reached' },
    outcome: { sql: 'v.outcome', plain: true },
    boosted: { sql: 'v.boosted' },
    review_state: { sql: 'w.state', nullable: true, plain: true },
  },
  search: { affiliate_uid: (parameter) => `v.affiliate_id = (SELECT x.id FROM accounts x WHERE x.uid = ${parameter})` },
  newest: '(SELECT max(id) FROM evaluations)',
  columns: ['month', ...evaluationColumns],
};
