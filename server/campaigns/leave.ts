import { rows, type Connection } from '../../db/statement.ts';

/**
 * CAM-6: the exclusive campaigns that an enrolment is in at an instant: those that it joined, and those of everybody in its programme. Its
 * end leaves them. Public ones are nobody's to leave.
 */
export function campaignsOf(
  connection: Connection,
  enrolment: { account_id: number; programme: string; from_at: number },
  at: number,
): Promise<{ code: string; name: string }[]> {
  return rows(
    connection,
    `SELECT c.code, v.name FROM campaigns c JOIN campaign_versions v ON v.id = c.version_id
     WHERE c.kind = 'exclusive' AND c.state NOT IN ('draft', 'ended') AND v.ends_at > :at
       AND (v.programmes = '' OR v.programmes LIKE '%,' || :programme || ',%')
       AND (c.audience = 'all' OR EXISTS (SELECT 1 FROM campaign_joins j WHERE j.campaign_id = c.id AND j.affiliate_id = :account_id
         AND j.joined_at >= :from_at AND j.joined_at <= :at))
     ORDER BY c.code`,
    { at, programme: enrolment.programme, account_id: enrolment.account_id, from_at: enrolment.from_at },
  );
}
