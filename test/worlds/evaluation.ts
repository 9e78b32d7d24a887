/** The monthly evaluation, the decisions on tier reviews and the outlook, read naively (DOMAIN 5). */
import { decimal, units } from './decimals.ts';
import { EVALUATION_FEEDS, misses } from './manifests.ts';
import {
  familyOf, PARTNER_BOUNDS, QUALIFIED_TRANSFERS, QUALIFIED_VOLUME, REFERRAL_TIERS, WINDOW_DAYS,
} from './rulebook.ts';
import { daysBetween, monthAfter, monthOf, monthStart } from './times.ts';
import {
  enrolmentAt, monthBeforeWaits, tierAt,
  type Binding, type Enrolment, type EvaluationRow, type World,
} from './world.ts';

/** Either every code for which it is refused, or the rows; `covered`: it had been done before. */
export type Evaluation = { refused: string[] } | { covered: boolean; rows: EvaluationRow[] };

/** TIE-3, TIE-4, TIE-7, TIE-8, TIE-10. `now` is the clock when it is started; null: long after everything. */
export function evaluate(world: World, month: string, now: number | null): Evaluation {
  const done = world.evaluations.find((e) => e.month === month);
  if (done !== undefined) return { covered: true, rows: done.rows.map((row) => withReviewState(world, row, month)) };
  const next = monthAfter(month);
  const end = monthStart(next);
  const refused: string[] = [];
  if (now !== null && now < end) refused.push('month_not_over');
  if (monthBeforeWaits(world, month, monthAfter(month, -1))) refused.push('previous_month_open');
  if (misses(world, EVALUATION_FEEDS, (day) => day.startsWith(month))) refused.push('feed_incomplete');
  if (refused.length > 0) return { refused };

  for (const review of world.reviews) {
    if (review.state === 'pending' && review.month < month) review.state = 'superseded';
  }
  const rows = world.enrolments
    .filter((e) => e.programme !== 'pro' && e.from <= end && end < e.to)
    .map((enrolment) => judge(world, enrolment, month, end))
    .sort((a, b) => (a.affiliate_uid < b.affiliate_uid ? -1 : 1));
  world.evaluations.push({ month, rows });
  return { covered: false, rows };
}

/** The row as it reads now: a review moves on, nothing else does. */
function withReviewState(world: World, row: EvaluationRow, month: string): EvaluationRow {
  const review = world.reviews.find((r) => r.uid === row.affiliate_uid && r.month === month);
  return { ...row, review_state: review?.state ?? null };
}

function judge(world: World, enrolment: Enrolment, month: string, end: number): EvaluationRow {
  const referral = enrolment.programme === 'referral';
  const before = tierAt(world, enrolment, end);
  const invitees = referral ? qualifiedInvitees(world, enrolment.uid, month) : null;
  const volume = referral ? qualifiedVolume(world, enrolment.uid, month) : threeMonths(world, enrolment.uid, month);
  const reached = referral ? referralTier(invitees ?? 0, volume) : partnerLevel(volume);
  const outcome = reached > before ? 'promotion' : reached === before ? 'retention' : 'demotion';
  const review = outcome === 'promotion' && referral;
  // TIE-6: of an enrolment that is known to have ended since, there is nothing left to decide.
  const state = enrolment.endReason === null ? 'pending' : 'withdrawn';
  if (review) {
    world.reviews.push({
      enrolment: enrolment.id, uid: enrolment.uid, month, tierFrom: before, tierTo: reached, state, decidedAt: null,
    });
  } else {
    world.tiers.push({ enrolment: enrolment.id, from: end, tier: reached });
  }
  return {
    affiliate_uid: enrolment.uid,
    programme: enrolment.programme,
    tier_before: before,
    qualified_invitees: invitees,
    qualified_volume_usdt: decimal(volume),
    tier_reached: reached,
    outcome,
    boosted: false,
    review_state: review ? state : null,
  };
}

/** The highest tier of which either condition is met. */
function referralTier(invitees: number, volume: bigint): number {
  let tier = 0;
  REFERRAL_TIERS.forEach((condition, index) => {
    if (invitees >= condition.invitees || volume >= units(condition.volume)) tier = index;
  });
  return tier;
}

function partnerLevel(volume: bigint): number {
  let level = 0;
  PARTNER_BOUNDS.forEach((bound, index) => {
    if (volume >= units(bound)) level = index;
  });
  return level;
}

/** TIE-1. */
function qualifiedInvitees(world: World, inviter: string, month: string): number {
  return world.bindings.filter((binding) => {
    if (binding.inviter !== inviter || binding.month !== month) return false;
    let transfers = 0n;
    for (const transfer of world.transfers) {
      if (transfer.uid === binding.invitee && transfer.fromOutside && transfer.month <= month) {
        transfers += transfer.amount;
      }
    }
    const volume = volumeOf(world, binding, month, WINDOW_DAYS.referral);
    return transfers >= units(QUALIFIED_TRANSFERS) && volume >= units(QUALIFIED_VOLUME);
  }).length;
}

/** TIE-2. */
function qualifiedVolume(world: World, inviter: string, month: string): bigint {
  return sum(world.bindings.filter((b) => b.inviter === inviter), (b) =>
    volumeOf(world, b, month, WINDOW_DAYS.referral));
}

/** TIE-8: the month and the two before it, without a window of days. */
function threeMonths(world: World, inviter: string, month: string): bigint {
  return sum([-2, -1, 0], (back) => clientsVolume(world, inviter, monthAfter(month, back)));
}

function clientsVolume(world: World, inviter: string, month: string): bigint {
  return sum(world.bindings.filter((b) => b.inviter === inviter), (b) => volumeOf(world, b, month, null));
}

/** Volume of one invitee that counts for the month: never mining, from the binding on, within the window if any. */
function volumeOf(world: World, binding: Binding, month: string, windowDays: number | null): bigint {
  const trades = world.trades.filter((trade) =>
    trade.uid === binding.invitee && trade.month === month && familyOf(trade.product) !== 'mining' &&
    trade.at >= binding.at && (windowDays === null || daysBetween(binding.at, trade.at) <= windowDays));
  return sum(trades, (trade) => trade.volume);
}

function sum<T>(items: readonly T[], value: (item: T) => bigint): bigint {
  return items.reduce((total, item) => total + value(item), 0n);
}

/**
 * TIE-3…6: decides the review of an affiliate and month at an instant. Answers every code for which it is refused:
 * `not_found`, or `not_pending` and `evaluation_due`; empty if it was decided.
 */
export function decideReview(
  world: World, verb: 'approve' | 'reject', uid: string, month: string, at: number,
): string[] {
  const review = world.reviews.find((r) => r.uid === uid && r.month === month);
  if (review === undefined) return ['not_found'];
  const codes: string[] = [];
  if (review.state !== 'pending') codes.push('not_pending');
  const current = monthOf(at);
  if (monthBeforeWaits(world, current, monthAfter(current, -1))) codes.push('evaluation_due');
  if (codes.length > 0) return codes;
  review.state = verb === 'approve' ? 'approved' : 'rejected';
  review.decidedAt = at;
  if (verb === 'approve') world.tiers.push({ enrolment: review.enrolment, from: at, tier: review.tierTo });
  return [];
}

/** TIE-11, for a `partner` affiliate at the first instant of `month`; amounts are plain decimals. */
export interface Outlook {
  level: number;
  /** Volume that the window of the month's own qualification holds so far. */
  window: string;
  keep: string;
  /** Null at the highest level. */
  next: string | null;
}

export function outlook(world: World, uid: string, month: string): Outlook | null {
  const begin = monthStart(month);
  const enrolment = enrolmentAt(world, uid, begin);
  if (enrolment === null || enrolment.programme !== 'partner') return null;
  const level = tierAt(world, enrolment, begin);
  const window = threeMonths(world, uid, month);
  const bound = (index: number): bigint | null => {
    const text = PARTNER_BOUNDS[index];
    if (text === undefined) return null;
    return units(text) > window ? units(text) - window : 0n;
  };
  const next = bound(level + 1);
  return { level, window: decimal(window), keep: decimal(bound(level) ?? 0n),
    next: next === null ? null : decimal(next) };
}
