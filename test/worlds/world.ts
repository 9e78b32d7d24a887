/** The world as known so far: plain lists in order of arrival, and the questions asked of them by linear search. */
import type { AccountRow, AnyRow, FeedName } from './feeds.ts';
import { admitsType, type Family, type Programme } from './rulebook.ts';
import { instant, monthStart } from './times.ts';

export interface StateEvent { uid: string; at: number; field: string; value: string }
export interface Ratio { uid: string; family: Family; bps: number; at: number }
/** `[from, to)`; `to` is infinite and `endReason` null while it is open. */
export interface Enrolment {
  id: number; uid: string; programme: Programme; from: number; to: number; endReason: string | null;
}
export interface Tier { enrolment: number; from: number; tier: number }
export interface Binding { invitee: string; inviter: string; at: number; month: string }
export interface Trade {
  id: string; uid: string; at: number; month: string; product: string; volume: bigint;
  fee: bigint; offset: bigint; currency: string; api: boolean;
}
export interface Transfer { uid: string; month: string; fromOutside: boolean; amount: bigint }
export interface Review {
  enrolment: number; uid: string; month: string; tierFrom: number; tierTo: number;
  state: 'pending' | 'approved' | 'rejected' | 'superseded' | 'withdrawn'; decidedAt: number | null;
}

/** What the engine decided about one trade, as an outsider sees it; amounts are plain decimals. */
export interface NaiveRecord {
  trade_id: string;
  inviter: string;
  invitee: string;
  programme: Programme | null;
  family: Family;
  tier: number | null;
  rate_bps: number | null;
  base: string;
  amount: string;
  currency: string;
  /** The first check that fails, null where all pass. */
  reason: string | null;
  /** Outcome of REF-1.1 … REF-1.9; null where the check cannot be asked. */
  checks: (boolean | null)[];
  /** Day of the run that made it. */
  run_day: string;
}

/** A row of `export evaluation`, as it reads right after that evaluation. */
export interface EvaluationRow {
  affiliate_uid: string;
  programme: Programme;
  tier_before: number;
  qualified_invitees: number | null;
  qualified_volume_usdt: string;
  tier_reached: number;
  outcome: 'promotion' | 'retention' | 'demotion';
  boosted: boolean;
  review_state: string | null;
}

export interface World {
  rows: { feed: FeedName; key: string; row: AnyRow }[];
  accounts: { uid: string; registeredAt: number; row: AccountRow }[];
  events: StateEvent[];
  ratios: Ratio[];
  enrolments: Enrolment[];
  tiers: Tier[];
  bindings: Binding[];
  refusedBindings: { invitee: string; code: string }[];
  trades: Trade[];
  transfers: Transfer[];
  records: NaiveRecord[];
  commissionDays: string[];
  evaluations: { month: string; rows: EvaluationRow[] }[];
  reviews: Review[];
}

export function emptyWorld(): World {
  return {
    rows: [], accounts: [], events: [], ratios: [], enrolments: [], tiers: [], bindings: [], refusedBindings: [],
    trades: [], transfers: [], records: [], commissionDays: [], evaluations: [], reviews: [],
  };
}

/** Of all that holds at `at` the latest; of two from the same instant the one that arrived later. */
function latest<T>(all: readonly T[], from: (item: T) => number, at: number): T | null {
  let best: T | null = null;
  for (const item of all) {
    if (from(item) <= at && (best === null || from(item) >= from(best))) best = item;
  }
  return best;
}

/** Value of a field of an account at an instant: the events up to then, else the value at registration. */
export function stateAt(
  world: World, uid: string, field: 'account_type' | 'kyc_level' | 'vip_level' | 'country', at: number,
): string {
  const events = world.events.filter((event) => event.uid === uid && event.field === field);
  const event = latest(events, (e) => e.at, at);
  if (event !== null) return event.value;
  const account = world.accounts.find((a) => a.uid === uid);
  if (account === undefined) throw new Error(`no account ${uid}`);
  return account.row[field];
}

export function enrolmentAt(world: World, uid: string, at: number): Enrolment | null {
  return world.enrolments.find((e) => e.uid === uid && e.from <= at && at < e.to) ?? null;
}

/** ENR-5, TIE-4, TIE-5: the tier of an enrolment at an instant of it; it starts at 0. */
export function tierAt(world: World, enrolment: Enrolment, at: number): number {
  const tiers = world.tiers.filter((t) => t.enrolment === enrolment.id);
  return latest(tiers, (t) => t.from, at)?.tier ?? 0;
}

export function ratioAt(world: World, uid: string, family: Family, at: number): number | null {
  const ratios = world.ratios.filter((r) => r.uid === uid && r.family === family);
  return latest(ratios, (r) => r.at, at)?.bps ?? null;
}

export function isEvaluated(world: World, month: string): boolean {
  return world.evaluations.some((e) => e.month === month);
}

/** Whether the month that ended when `month` began still waits: not evaluated, and someone with tiers was enrolled. */
export function monthBeforeWaits(world: World, month: string, monthBefore: string): boolean {
  const end = monthStart(month);
  const enrolled = world.enrolments.some((e) => e.programme !== 'pro' && e.from <= end && end < e.to);
  return enrolled && !isEvaluated(world, monthBefore);
}

/** STA-1, STA-2, TIE-6: ends an enrolment and withdraws what waits for a decision. */
function endEnrolment(world: World, enrolment: Enrolment, at: number, accountType: string): void {
  enrolment.to = at;
  enrolment.endReason = enrolment.programme === 'referral' && accountType === 'collaborator'
    ? 'moved_to_collaborator'
    : 'account_type_changed';
  for (const review of world.reviews) {
    if (review.enrolment === enrolment.id && review.state === 'pending') review.state = 'withdrawn';
  }
}

/** The enrolment that contains the instant ends there if its programme does not admit the type. */
export function applyTypeChange(world: World, uid: string, accountType: string, at: number): void {
  const enrolment = enrolmentAt(world, uid, at);
  if (enrolment === null || admitsType(enrolment.programme, accountType)) return;
  endEnrolment(world, enrolment, at, accountType);
}

/**
 * A type change that arrived before the activation it follows ends the new enrolment all the same:
 * the earliest known instant after the activation at which the account has a type that is not admitted.
 */
export function applyKnownTypeChanges(world: World, enrolment: Enrolment): void {
  const instants = world.events
    .filter((e) => e.uid === enrolment.uid && e.field === 'account_type' && e.at > enrolment.from)
    .map((e) => e.at)
    .sort((a, b) => a - b);
  for (const at of instants) applyTypeChange(world, enrolment.uid, stateAt(world, enrolment.uid, 'account_type', at),
    at);
}

/** Instant text of a row's column, already checked. */
export function instantOf(row: AnyRow, column: string): number {
  return instant(row[column] ?? '');
}
