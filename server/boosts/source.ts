import { askedByOthers } from '../lists/asked-by-others.ts';
import type { ListSource } from '../lists/source.ts';

/** Boost periods as a list; `now` decides which of them protect at this moment (TIE-9). */
export function boostSource(now: number): ListSource {
  return {
    resource: 'boosts',
    from: 'boosts b LEFT JOIN accounts a ON a.id = b.affiliate_id LEFT JOIN free_texts f ON f.id = b.text_id',
    parameters: { now },
    fields: {
      id: { sql: 'b.id' },
      affiliate_uid: { sql: 'a.uid', nullable: true },
      programme: { sql: 'b.programme' },
      from: { sql: 'b.from_at' },
      to: { sql: 'b.to_at' },
      text: { sql: 'f.text' },
      requested_by: { sql: 'b.requested_by' },
      requested_at: { sql: 'b.requested_at' },
      state: { sql: 'b.state' },
      decided_by: { sql: 'b.decided_by', nullable: true },
      decided_at: { sql: 'b.decided_at', nullable: true },
      comment: { sql: 'b.comment', nullable: true },
      active: { sql: `CASE WHEN b.state = 'approved' AND b.from_at <= :now AND :now < b.to_at THEN 1 ELSE 0 END` },
    },
    extraFilters: askedByOthers('b.requested_by'),
    search: { affiliate_uid: (parameter) => `a.uid = ${parameter}` },
    small: true,
    newest: '(SELECT max(id) FROM boosts)',
  };
}
