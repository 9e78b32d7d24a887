import { rows, type Connection } from '../../db/statement.ts';
import { monthEnd, monthStart } from '../calendar.ts';
import type { ReasonUse, ReasonUses } from './contract.ts';

/** Where reason codes are given, by whom and when. */
const given: { kind: ReasonUse['kind']; table: string; person: string; at: string; decided: 0 | 1; where: string }[] = [
  { kind: 'status-changes', table: 'status_changes', person: 'requested_by', at: 'requested_at', decided: 0, where: `source = 'staff'` },
  { kind: 'reversals', table: 'reversals', person: 'requested_by', at: 'requested_at', decided: 0, where: `source = 'staff'` },
  { kind: 'corrections', table: 'corrections', person: 'requested_by', at: 'requested_at', decided: 0, where: `source = 'staff'` },
  { kind: 'content-reviews', table: 'content_reviews', person: 'decided_by', at: 'decided_at', decided: 1, where: 'reason_code IS NOT NULL' },
];

/** Which reasons each person gave in a month, in requests and rejections; what the system asked for is nobody's. */
export async function reasonUses(connection: Connection, month: string): Promise<ReasonUses> {
  const arms = given.map(({ kind, table, person, at, decided, where }) =>
    `SELECT '${kind}' AS kind, ${decided} AS decided, ${person} AS person, reason_code, count(*) AS uses FROM ${table}
     WHERE ${where} AND ${at} >= :from AND ${at} < :until GROUP BY ${person}, reason_code`);
  const found = await rows<Omit<ReasonUse, 'decided'> & { decided: number }>(
    connection,
    `SELECT u.kind, u.decided, u.person, u.reason_code, u.uses FROM (${arms.join('\nUNION ALL ')}) u
     ORDER BY u.person, u.uses DESC, u.kind, u.reason_code`,
    { from: monthStart(month), until: monthEnd(month) },
  );
  return { month, uses: found.map((one) => ({ ...one, decided: one.decided === 1 })) };
}
