import { keptSum } from '../lists/kept-sum.ts';
import type { ListField, ListSource } from '../lists/source.ts';
import { momentOf, owedSql } from './owed.ts';

const amount = (name: string): ListField => keptSum(`o.${name}_units`, `o.${name}_fraction`);

/** Open or held: the whole of what is unpaid and in no batch is the one or the other. */
function unpaid(held: 0 | 1): ListField {
  const part = (of: string): string => `CASE WHEN o.held = ${held} THEN o.unpaid_${of} ELSE 0 END`;
  return keptSum(`(${part('units')})`, `(${part('fraction')})`);
}

/** What is owed to whom at a day's end. */
export function liabilitiesSource(day: string, now: number): ListSource {
  return {
    resource: 'liabilities',
    from: `${owedSql} o JOIN accounts a ON a.id = o.affiliate_id`,
    parameters: momentOf(day, now),
    fields: {
      id: { sql: `a.uid || ':' || o.currency`, plain: true },
      day: { sql: ':day', plain: true },
      affiliate_uid: { sql: 'a.uid', plain: true },
      currency: { sql: 'o.currency', plain: true },
      restriction: { sql: 'o.restriction', plain: true },
      open: unpaid(0),
      held: unpaid(1),
      in_batch: amount('in_batch'),
      owed: amount('owed'),
    },
    search: { affiliate_uid: (parameter) => `a.uid = ${parameter}` },
    // Also what moves no record moves what is held.
    newest: '(SELECT seq FROM audit_head WHERE id = 1)',
  };
}
