import { row, type Connection } from '../../db/statement.ts';
import { readHead } from '../engine/head.ts';
import { decidedTrade } from '../explanations/decided.ts';
import { known } from '../known.ts';
import { cutRate } from '../money.ts';

/** What a record came to, and would come to by what is known now; amounts in e8. */
export interface Difference {
  /** The record with its reversal. */
  decided: bigint;
  as_known_now: bigint;
  /** Corrections paid, approved or pending. */
  corrected: bigint;
  /** What a correction would pay; 0 where the engine derives none. */
  difference: bigint;
}

/**
 * PAY-6: the engine's own figure for what a record falls short by. Asked again with what is known now, in the enrolment that it
 * was decided in and at its rate: an activation or a ratio that arrived after the record does not change it (STA-10).
 */
export async function differenceOf(connection: Connection, recordId: number): Promise<Difference> {
  const found = known(await row<{ trade_id: string | null; kind: string; enrolment_id: number | null; rate_bps: number | null; reason: string; amount: string; reversed: string; corrected: string }>(
    connection,
    `SELECT t.trade_id, c.kind, c.enrolment_id, c.rate_bps, c.reason, CAST(c.amount_e8 AS TEXT) AS amount,
       CAST(COALESCE((SELECT v.amount_e8 FROM commission_records v WHERE v.reverses_id = c.id), 0) AS TEXT) AS reversed,
       CAST(COALESCE((SELECT sum(k.amount_e8) FROM corrections k WHERE k.record_id = c.id AND k.state IN ('pending', 'approved')), 0) AS TEXT) AS corrected
     FROM commission_records c LEFT JOIN trades t ON t.id = c.trade_ref WHERE c.id = :recordId`,
    { recordId },
  ), 'record');
  const decided = BigInt(found.amount) + BigInt(found.reversed);
  const corrected = BigInt(found.corrected);
  const standsAsDecided = found.reason === '' && found.reversed === '0';
  const { revision } = await readHead(connection);
  const now = found.kind === 'commission' && found.trade_id !== null && !standsAsDecided
    ? await decidedTrade(connection, found.trade_id, revision)
    : null;
  const passes = now !== null && now.reason === '' && now.enrolment_id === found.enrolment_id;
  const earns = passes ? cutRate(now.base_e8, known(found.rate_bps, 'rate')) : decided;
  const missing = earns - decided - corrected;
  return { decided, as_known_now: earns, corrected, difference: missing > 0n ? missing : 0n };
}
