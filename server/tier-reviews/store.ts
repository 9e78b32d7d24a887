import { row, type Connection } from '../../db/statement.ts';

export interface StoredReview {
  id: number;
  affiliate_id: number;
  month: string;
  tier_from: number;
  tier_to: number;
  qualified_invitees: number | null;
  volume_units: string;
  volume_fraction: string;
  evidence: string | null;
  /** From the evaluation that asked: which rulebook judged, and what was known then. */
  rulebook_id: number;
  known_at: number;
  last_trade_id: number;
  last_transfer_id: number;
}

export function findReview(connection: Connection, id: number): Promise<StoredReview | undefined> {
  return row<StoredReview>(
    connection,
    `SELECT r.id, r.affiliate_id, r.month, r.tier_from, r.tier_to, r.qualified_invitees, CAST(r.volume_units AS TEXT) AS volume_units,
       CAST(r.volume_fraction_e8 AS TEXT) AS volume_fraction, r.evidence, e.rulebook_id, m.known_at, m.last_trade_id,
       m.last_transfer_id
     FROM tier_reviews r JOIN evaluations e ON e.id = r.evaluation_id JOIN closed_months m ON m.month = r.month WHERE r.id = :id`,
    { id },
  );
}
