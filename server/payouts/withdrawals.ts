import { rows, type Connection } from '../../db/statement.ts';
import { isHolding, restrictionAt } from '../commissions/held.ts';
import type { WithdrawnReason } from './contract.ts';

export interface JudgedLine {
  id: number;
  uid: string;
  currency: string;
  units: string;
  fraction: string;
  /** Null: it goes out. */
  because: WithdrawnReason | null;
}

/** A record reversed since: a reversal in the line itself has been netted there. */
const reversedLines = `
  SELECT m.id FROM commission_records v
  JOIN payout_line_records r ON r.record_id = v.reverses_id AND r.active = 1
  JOIN payout_lines m ON m.id = r.line_id AND m.batch_id = :batch
  WHERE v.reverses_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM payout_line_records n WHERE n.line_id = r.line_id AND n.record_id = v.id)`;

/** Affiliates of whom a confirmation contradicts an earlier one, and compliance has not settled it. */
export const inConflict = `SELECT d.affiliate_id FROM payout_conflicts k JOIN payout_lines d ON d.id = k.line_id WHERE k.state = 'open'`;

/** PAY-3: the ready lines of a batch, each with why a release at this instant would take it out. */
export function judgeLines(connection: Connection, batchId: number, at: number): Promise<JudgedLine[]> {
  return rows<JudgedLine>(
    connection,
    `SELECT j.id, a.uid, j.currency, CAST(j.amount_units AS TEXT) AS units, CAST(j.amount_fraction_e8 AS TEXT) AS fraction,
       CASE WHEN ${isHolding('j.restriction')} THEN j.restriction
            WHEN j.id IN (${reversedLines}) THEN 'record_reversed'
            WHEN j.affiliate_id IN (${inConflict}) THEN 'confirmation_conflict' END AS because
     FROM (SELECT l.id, l.affiliate_id, l.currency, l.amount_units, l.amount_fraction_e8, ${restrictionAt('l.affiliate_id', ':at')} AS restriction
           FROM payout_lines l WHERE l.batch_id = :batch AND l.state = 'ready') AS j
     JOIN accounts a ON a.id = j.affiliate_id ORDER BY j.id`,
    { batch: batchId, at },
  );
}
