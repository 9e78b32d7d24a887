import type { ListRow, ListSource } from '../lists/source.ts';
import { resultOf, type Tally } from '../commissions/tally.ts';

/** Runs by day and month; progress in basis points inside, from 0 to 1 on the wire. */
export const runSource: ListSource = {
  resource: 'runs',
  from: 'runs r',
  parameters: {},
  fields: {
    id: { sql: 'r.id' },
    kind: { sql: 'r.kind' },
    day: { sql: `CASE WHEN r.kind = 'evaluation' THEN NULL ELSE r.period END`, nullable: true },
    month: { sql: `CASE WHEN r.kind = 'evaluation' THEN r.period END`, nullable: true },
    state: { sql: 'r.state' },
    error: { sql: 'r.error', nullable: true },
    requested_by: { sql: 'r.requested_by' },
    started_at: { sql: 'r.started_at' },
    finished_at: { sql: 'r.finished_at', nullable: true },
  },
  hidden: { progress_bps: 'r.progress_bps', stored_result: 'r.result', period: 'r.period' },
  small: true,
  newest: '(SELECT max(id) FROM runs)',
  finish: async (_connection, list) => list.map(finishRow),
};

function finishRow({ progress_bps, stored_result, period, ...shown }: ListRow): ListRow {
  const stored = JSON.parse(stored_result as string) as Tally;
  return {
    ...shown,
    progress: Number(progress_bps) / 10_000,
    result: shown['kind'] === 'commission' ? resultOf(stored, period as string, Number(shown['id'])) : stored,
  };
}
