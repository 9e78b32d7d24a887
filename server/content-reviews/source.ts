import type { Connection } from '../../db/statement.ts';
import { HOUR_MS } from '../calendar.ts';
import { askedByOthers } from '../lists/asked-by-others.ts';
import type { ListRow, ListSource } from '../lists/source.ts';
import type { ContentHistory } from './contract.ts';
import { countReviews } from './store.ts';

/** The submitted content with what was decided on it, and what became of the affiliate's other submissions. */
export function contentReviewSource(now: number): ListSource {
  return {
    resource: 'content-reviews',
    from: 'content_reviews r LEFT JOIN accounts a ON a.id = r.affiliate_id',
    parameters: { now },
    fields: {
      id: { sql: 'r.id' },
      affiliate_uid: { sql: 'a.uid', plain: true, match: (values) => `r.affiliate_id IN (SELECT x.id FROM accounts x WHERE x.uid IN (${values}))` },
      url: { sql: 'r.url' },
      channel: { sql: 'r.channel' },
      text: { sql: '(SELECT f.text FROM free_texts f WHERE f.id = r.text_id)' },
      look_alike: { sql: `CASE WHEN r.look_alikes = '[]' THEN 0 ELSE 1 END` },
      look_alikes: { sql: 'r.look_alikes' },
      requested_by: { sql: 'r.requested_by' },
      requested_at: { sql: 'r.requested_at' },
      state: { sql: 'r.state', plain: true },
      decided_by: { sql: 'r.decided_by', nullable: true },
      decided_at: { sql: 'r.decided_at', nullable: true },
      comment: { sql: 'r.comment', nullable: true },
      reason_code: { sql: 'r.reason_code', nullable: true, plain: true },
      issued: { sql: 'r.issued', nullable: true },
      age_hours: { sql: `(COALESCE(r.decided_at, :now) - r.requested_at) / ${HOUR_MS}` },
    },
    hidden: { affiliate_id: 'r.affiliate_id' },
    extraFilters: askedByOthers('r.requested_by'),
    search: { affiliate_uid: (parameter) => `r.affiliate_id = (SELECT x.id FROM accounts x WHERE x.uid = ${parameter})` },
    newest: '(SELECT max(id) FROM content_reviews)',
    finish: withHistory,
  };
}

async function withHistory(connection: Connection, list: ListRow[]): Promise<ListRow[]> {
  const counted = await countReviews(connection, [...new Set(list.map((one) => one['affiliate_id'] as number))]);
  return list.map(({ affiliate_id, ...shown }) => {
    const history: ContentHistory = { pending: 0, approved: 0, rejected: 0, reasons: {} };
    for (const { state, reason_code, reviews } of counted.filter((one) => one.affiliate_id === affiliate_id)) {
      // Its own row is no history.
      const others = reviews - (state === shown['state'] && reason_code === shown['reason_code'] ? 1 : 0);
      history[state] += others;
      if (reason_code !== null && others > 0) history.reasons[reason_code] = others;
    }
    return { ...shown, history };
  });
}
