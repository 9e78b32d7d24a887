import { formatInstant } from '../calendar.ts';
import { formatAmount, joinSum, parseAmount } from '../money.ts';
import { rows, type Connection } from '../../db/statement.ts';
import { inviteeFigures, type InviteeFigures } from '../evaluations/figures.ts';
import { isReached, requiredVolume } from '../evaluations/rules.ts';
import { Refusal } from '../refusal.ts';
import type { RulebookDocument, RulebookTier } from '../rulebooks/contract.ts';
import { approvedRulebooks } from '../rulebooks/in-force.ts';
import type { Rulebook } from '../rulebooks/rules.ts';
import type { Dossier, DossierCondition, DossierHistory, DossierInvitee } from './contract.ts';
import { costOf } from './cost.ts';
import { findReview, type StoredReview } from './store.ts';

/**
 * The evidence of a review: each invitee against each condition by the evaluation's own statement and as known then, the ladder,
 * earlier months, and what the promotion costs at the month's volume. Of a decided review: as it was when it was decided.
 */
export async function dossierOf(connection: Connection, id: number): Promise<Dossier> {
  const review = await findReview(connection, id);
  if (!review) throw new Refusal('not_found', { id: String(id) });
  if (review.evidence !== null) return JSON.parse(review.evidence) as Dossier;
  const rulebook = (await approvedRulebooks(connection)).find((one) => one.id === review.rulebook_id) as Rulebook;
  const { month, affiliate_id, known_at, last_trade_id, last_transfer_id } = review;
  const knowledge = { known_at, last_trade_id, last_transfer_id };
  const invitees = await inviteeFigures(connection, { month, rulebook, knowledge, affiliate_id });
  return {
    ladder: rulebook.document.tiers,
    conditions: conditionsOf(rulebook.document, review),
    invitees: invitees.map((one) => inviteeRow(rulebook.document, one)),
    history: await historyOf(connection, review.affiliate_id),
    cost: await costOf(connection, rulebook.document, review),
  };
}

function conditionsOf(rulebook: RulebookDocument, review: StoredReview): DossierCondition[] {
  const volume = joinSum(review.volume_units, review.volume_fraction);
  return rulebook.tiers
    .filter((tier) => tier.tier > review.tier_from)
    .flatMap((tier) => [
      ...(tier.qualified_invitees === null ? [] : [inviteesCondition(tier, review.qualified_invitees ?? 0)]),
      ...(tier.qualified_volume_usdt === null ? [] : [volumeCondition(tier, volume)]),
    ]);
}

function inviteesCondition(tier: RulebookTier, reached: number): DossierCondition {
  const required = tier.qualified_invitees as number;
  return {
    tier: tier.tier, kind: 'invitees', required: String(required), reached: String(reached), met: reached >= required,
    margin: String(reached - required),
  };
}

function volumeCondition(tier: RulebookTier, reached: bigint): DossierCondition {
  const required = requiredVolume(tier);
  return {
    tier: tier.tier, kind: 'volume', required: formatAmount(required), reached: formatAmount(reached),
    met: isReached({ ...tier, qualified_invitees: null }, { qualified_invitees: 0, volume_e8: reached }),
    margin: formatAmount(reached - required),
  };
}

function inviteeRow(rulebook: RulebookDocument, one: InviteeFigures): DossierInvitee {
  const deposit = parseAmount(rulebook.qualification?.deposit_usdt ?? '0') as bigint;
  const volume = parseAmount(rulebook.qualification?.volume_usdt ?? '0') as bigint;
  const nearly = (has: bigint, needs: bigint): boolean => has * 10n >= needs * 9n;
  return {
    uid: one.uid,
    bound_at: formatInstant(one.bound_at),
    kind: one.kind,
    registered_in_month: one.newcomer,
    deposits_usdt: one.newcomer ? formatAmount(one.deposit_e8) : null,
    deposit_margin: one.newcomer ? formatAmount(one.deposit_e8 - deposit) : null,
    deposit_met: one.newcomer ? one.deposit_met : null,
    volume_usdt: formatAmount(one.volume_e8),
    volume_margin: formatAmount(one.volume_e8 - volume),
    volume_met: one.volume_met,
    qualified: one.qualified,
    near_miss:
      one.newcomer && !one.qualified && (one.deposit_met || one.volume_met) && nearly(one.deposit_e8, deposit) && nearly(one.volume_e8, volume),
  };
}

async function historyOf(connection: Connection, affiliateId: number): Promise<DossierHistory[]> {
  const list = await rows<{
    month: string; outcome: string; tier_before: number; tier_reached: number; qualified_invitees: number | null;
    units: string; fraction: string; review_state: string | null;
  }>(
    connection,
    `SELECT e.month, e.outcome, e.tier_before, e.tier_reached, e.qualified_invitees, CAST(e.volume_units AS TEXT) AS units,
       CAST(e.volume_fraction_e8 AS TEXT) AS fraction, r.state AS review_state
     FROM evaluations e LEFT JOIN tier_reviews r ON r.evaluation_id = e.id
     WHERE e.affiliate_id = :affiliateId ORDER BY e.month DESC LIMIT 24`,
    { affiliateId },
  );
  return list.map(({ units, fraction, ...item }) => ({ ...item, qualified_volume_usdt: formatAmount(joinSum(units, fraction)) }));
}
