import { addMonths, FOREVER, monthEnd, monthStart } from '../calendar.ts';
import { joinSum, parseAmount } from '../money.ts';
import { row, rows, statementFile, type Connection, type Parameters } from '../../db/statement.ts';
import type { Rulebook } from '../rulebooks/rules.ts';

/** The month's figures: evaluation, dry run, outlook and dossier all ask this one statement (DESIGN 3). */
const figuresSql = statementFile(import.meta.url, 'figures.sql');

/** What a month is judged by: the revision of what is known, and the last trade and transfer that have arrived. */
export interface Knowledge {
  known_at: number;
  last_trade_id: number;
  last_transfer_id: number;
}

export interface MonthQuestion {
  month: string;
  rulebook: Rulebook;
  knowledge: Knowledge;
  /** One affiliate, for its dossier; null: all. */
  affiliate_id: number | null;
  /** As of which instant they are enrolled; the first after the month for an evaluation. */
  at?: number;
}

/** Of one affiliate: volumes in e8. */
export interface AffiliateFigures {
  affiliate_id: number;
  enrolment_id: number;
  tier: number;
  qualified_invitees: number;
  volume_e8: bigint;
}

export interface InviteeFigures {
  uid: string;
  bound_at: number;
  kind: string;
  newcomer: boolean;
  deposit_e8: bigint;
  deposit_met: boolean;
  volume_e8: bigint;
  volume_met: boolean;
  qualified: boolean;
}

export async function affiliateFigures(connection: Connection, question: MonthQuestion): Promise<AffiliateFigures[]> {
  const list = await rows<{ affiliate_id: number; enrolment_id: number; tier: number; qualified: number; units: string; fraction: string }>(
    connection,
    `${figuresSql} SELECT affiliate_id, enrolment_id, tier, CAST(sum(qualified) AS BIGINT) AS qualified,
       CAST(sum(volume_units) AS TEXT) AS units, CAST(sum(volume_fraction) AS TEXT) AS fraction
     FROM invitees GROUP BY affiliate_id, enrolment_id, tier ORDER BY affiliate_id`,
    parametersOf(question),
    fragmentsOf(question),
  );
  return list.map((item) => ({
    affiliate_id: item.affiliate_id,
    enrolment_id: item.enrolment_id,
    tier: item.tier,
    qualified_invitees: item.qualified,
    volume_e8: joinSum(item.units, item.fraction),
  }));
}

export async function inviteeFigures(connection: Connection, question: MonthQuestion & { affiliate_id: number }): Promise<InviteeFigures[]> {
  const list = await rows<{
    uid: string; bound_at: number; kind: string; newcomer: number; deposit_units: string; deposit_fraction: string; deposit_met: number;
    volume_units: string; volume_fraction: string; volume_met: number; qualified: number;
  }>(
    connection,
    `${figuresSql} SELECT a.uid, i.bound_at, i.kind, i.newcomer, CAST(i.deposit_units AS TEXT) AS deposit_units,
       CAST(i.deposit_fraction AS TEXT) AS deposit_fraction, i.deposit_met, CAST(i.volume_units AS TEXT) AS volume_units,
       CAST(i.volume_fraction AS TEXT) AS volume_fraction, i.volume_met, i.qualified
     FROM invitees i JOIN accounts a ON a.id = i.invitee_id
     ORDER BY i.qualified DESC, i.newcomer DESC, i.volume_units DESC, i.volume_fraction DESC, a.uid`,
    parametersOf(question),
    fragmentsOf(question),
  );
  return list.map((item) => ({
    uid: item.uid,
    bound_at: item.bound_at,
    kind: item.kind,
    newcomer: item.newcomer === 1,
    deposit_e8: joinSum(item.deposit_units, item.deposit_fraction),
    deposit_met: item.deposit_met === 1,
    volume_e8: joinSum(item.volume_units, item.volume_fraction),
    volume_met: item.volume_met === 1,
    qualified: item.qualified === 1,
  }));
}

/** All that is known at this moment; under the head's lock, exactly that. */
export async function presentKnowledge(connection: Connection): Promise<Knowledge> {
  return (await row<Knowledge>(
    connection,
    `SELECT revision AS known_at, (SELECT COALESCE(max(id), 0) FROM trades) AS last_trade_id,
       (SELECT COALESCE(max(id), 0) FROM transfers) AS last_transfer_id
     FROM engine_head WHERE id = 1`,
  )) as Knowledge;
}

/** The first month of the window that ends with `month`. */
function windowStart(rulebook: Rulebook, month: string): string {
  return addMonths(month, 1 - (rulebook.document.qualification?.months ?? 1));
}

/** Trades that had arrived, from the binding on, up to the last day of the programme's window, of a product that is not mining (TIE-2). */
const counts = `t.id <= :last_trade_id AND b.bound_at <= t.executed_at
    AND t.executed_at < CASE WHEN :window_days < 0 THEN ${FOREVER} ELSE (b.window_start_at / 86400000 + :window_days + 1) * 86400000 END
    AND t.product IN (SELECT p.product FROM rulebook_products p WHERE p.rulebook_id = :rulebook_id AND p.family <> 'mining')`;

const enrolment = 'e.programme = :programme AND e.from_at <= :at AND :at < e.to_at AND e.known_from <= :known_at AND :known_at < e.known_to';

function fragmentsOf(question: MonthQuestion): Record<string, string> {
  return { enrolment: question.affiliate_id === null ? enrolment : `${enrolment} AND e.account_id = :affiliate_id`, counts };
}

function parametersOf({ month, rulebook, knowledge, affiliate_id, at }: MonthQuestion): Parameters {
  const { qualification, window_days, programme } = rulebook.document;
  if (!qualification) throw new Error(`the rulebook of ${programme} has no qualification`);
  const first = windowStart(rulebook, month);
  return {
    programme,
    rulebook_id: rulebook.id,
    at: at ?? monthEnd(month),
    ...knowledge,
    from_at: monthStart(first),
    month_at: monthStart(month),
    until: monthEnd(month),
    first_month: first,
    month,
    window_days: qualification.windowed && window_days !== null ? window_days : -1,
    subtract_withdrawals: qualification.subtract_withdrawals,
    deposit_e8: parseAmount(qualification.deposit_usdt ?? '0') as bigint,
    volume_e8: parseAmount(qualification.volume_usdt ?? '0') as bigint,
    ...(affiliate_id === null ? {} : { affiliate_id }),
  };
}
