import type { ListSource } from '../lists/source.ts';
import { caseWaits } from './store.ts';

/** Who has what in hand, as of an instant; of cases that wait. */
export function claimSource(now: number): ListSource {
  return {
    resource: 'claims',
    from: 'claims c JOIN staff s ON s.id = c.staff_id LEFT JOIN staff g ON g.id = c.given_by_id',
    where: `(${caseWaits('c')})`,
    parameters: { now },
    fields: {
      id: { sql: 'c.id' },
      resource: { sql: 'c.resource' },
      case_id: { sql: 'c.case_id' },
      holder: { sql: 's.email' },
      given_by: { sql: 'g.email', nullable: true },
      taken_at: { sql: 'c.taken_at' },
      until: { sql: 'c.until_at' },
      overdue: { sql: 'CASE WHEN c.until_at <= :now THEN 1 ELSE 0 END' },
    },
    small: true,
    newest: '(SELECT max(id) FROM claims)',
  };
}
