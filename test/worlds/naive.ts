/**
 * The naive second reading of the rules (DOMAIN 1 to 6, rulebooks of version 1), for comparison with the product.
 * It shares no code with it and knows only lists and linear search.
 *
 *   const { results, end } = play(script);
 *
 * `script` is a list of steps in the order in which the outside does them: files that are imported, runs, decisions.
 * `results[i]` is what step i yields; `end` is what the world looks like afterwards. A driver of the real commands
 * (files and command lines by `scriptToFiles`) produces the same `StepResult[]`, and the two lists must be equal:
 *
 * - import: one outcome per row, in the order of the file (`RowOutcome`); `countOutcomes` gives the command's figures.
 * - commission: the records that this run made, by trade_id. `covered`: an earlier run covers the day, none made.
 * - evaluation: the rows of `export evaluation`, exported right after the step.
 *   `covered`: done before; the rows are those of then, with the state that their reviews have by now.
 * - approve, reject: of the tier review of that affiliate and month, at that very instant. An empty `refused` is done.
 *
 * `refused` holds every code for which a step is refused, the expected one first; the product may answer any of them.
 * A run without `now` is started long after everything. No other step depends on a clock: imports are judged by the
 * order of steps alone. Amounts in results are plain decimals without trailing zeros, as in the exports.
 *
 * `randomScript` (`random-world.ts`) makes scripts for property tests; `tell` (`script-files.ts`) prints one.
 * Golden cases (`golden/cases.ts`) state what they expect of either interpreter; `mismatches` (`expectation.ts`)
 * compares.
 * Out of scope: recalls, campaigns, payouts, overrides of manifests, applications, deactivations, restrictions, boosts.
 */
import { arrive, type RowOutcome } from './arrivals.ts';
import { runCommission } from './commission.ts';
import { decideReview, evaluate } from './evaluation.ts';
import type { AnyRow, FeedName, Row } from './feeds.ts';
import { instant, iso } from './times.ts';
import { emptyWorld, type EvaluationRow, type NaiveRecord, type World } from './world.ts';

export type ImportStep = { [F in FeedName]: { step: 'import'; feed: F; rows: Row<F>[] } }[FeedName];
/** Instants (`now`, `at`) are ISO texts; days `YYYY-MM-DD`, months `YYYY-MM`. */
export interface CommissionStep { step: 'commission'; day: string; now?: string }
export interface EvaluationStep { step: 'evaluation'; month: string; now?: string }
export interface DecisionStep { step: 'approve' | 'reject'; affiliate_uid: string; month: string; at: string }
export type Step = ImportStep | CommissionStep | EvaluationStep | DecisionStep;
export type Script = Step[];

export interface ImportResult { step: 'import'; feed: FeedName; outcomes: RowOutcome[] }
export interface CommissionResult {
  step: 'commission'; day: string; refused: string[]; covered: boolean; records: NaiveRecord[];
}
export interface EvaluationResult {
  step: 'evaluation'; month: string; refused: string[]; covered: boolean; rows: EvaluationRow[];
}
export interface DecisionResult {
  step: 'approve' | 'reject'; affiliate_uid: string; month: string; refused: string[];
}
export type StepResult = ImportResult | CommissionResult | EvaluationResult | DecisionResult;

/** What remains at the end of a script: each list in an order of its own that no clock or id decides. */
export interface EndState {
  /** In order of account and activation; `ended_at` and `end_reason` null while open. */
  enrolments: {
    uid: string; programme: string; activated_at: string; ended_at: string | null; end_reason: string | null;
  }[];
  /** In order of invitee. */
  bindings: { invitee: string; inviter: string; bound_at: string }[];
  refused_bindings: { invitee: string; code: string }[];
  /** In order of affiliate and month. */
  reviews: {
    affiliate_uid: string; month: string; tier_from: number; tier_to: number; state: string;
    decided_at: string | null;
  }[];
}

export interface Played { results: StepResult[]; end: EndState; world: World }

/** Plays a script in a new world. */
export function play(script: readonly Step[]): Played {
  const world = emptyWorld();
  const results = script.map((step) => perform(world, step));
  return { results, end: endState(world), world };
}

/** Does one step; the world is changed in place. */
export function perform(world: World, step: Step): StepResult {
  if (step.step === 'import') {
    const rows: readonly AnyRow[] = step.rows;
    return { step: 'import', feed: step.feed, outcomes: rows.map((row) => arrive(world, step.feed, row)) };
  }
  if (step.step === 'commission') {
    const nothing = { step: step.step, day: step.day, refused: [], covered: false, records: [] };
    return { ...nothing, ...runCommission(world, step.day, clock(step.now)) };
  }
  if (step.step === 'evaluation') {
    const nothing = { step: step.step, month: step.month, refused: [], covered: false, rows: [] };
    return { ...nothing, ...evaluate(world, step.month, clock(step.now)) };
  }
  const refused = decideReview(world, step.step, step.affiliate_uid, step.month, instant(step.at));
  return { step: step.step, affiliate_uid: step.affiliate_uid, month: step.month, refused };
}

function clock(now: string | undefined): number | null {
  return now === undefined ? null : instant(now);
}

/** The figures of `ops import` that follow from the outcomes. */
export function countOutcomes(outcomes: readonly RowOutcome[]): {
  rows: number; accepted: number; duplicates: number; conflicts: number; rejected: number; bindings_refused: number;
} {
  const count = (start: string): number => outcomes.filter((outcome) => outcome.startsWith(start)).length;
  return {
    rows: outcomes.length,
    accepted: count('accepted') + count('binding_refused'),
    duplicates: count('duplicate'),
    conflicts: count('conflict'),
    rejected: count('rejected'),
    bindings_refused: count('binding_refused'),
  };
}

function endState(world: World): EndState {
  return {
    enrolments: byText(world.enrolments.map((e) => ({
      uid: e.uid,
      programme: e.programme,
      activated_at: iso(e.from),
      ended_at: e.endReason === null ? null : iso(e.to),
      end_reason: e.endReason,
    })), (e) => `${e.uid} ${e.activated_at}`),
    bindings: byText(
      world.bindings.map((b) => ({ invitee: b.invitee, inviter: b.inviter, bound_at: iso(b.at) })),
      (b) => b.invitee,
    ),
    refused_bindings: byText(world.refusedBindings, (b) => b.invitee),
    reviews: byText(world.reviews.map((r) => ({
      affiliate_uid: r.uid, month: r.month, tier_from: r.tierFrom, tier_to: r.tierTo, state: r.state,
      decided_at: r.decidedAt === null ? null : iso(r.decidedAt),
    })), (r) => `${r.affiliate_uid} ${r.month}`),
  };
}

function byText<T>(rows: readonly T[], text: (row: T) => string): T[] {
  return [...rows].sort((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0));
}
