/**
 * Scripts of small random worlds, for property tests: `fc.assert(fc.property(randomScript, (script) => …))`.
 *
 * Every script can be replayed from outside (`scriptToFiles`): files come in the order of time, some rows late; runs,
 * evaluations and decisions stand between them in the order of a clock that never goes back. Months are evaluated in
 * order, or the attempt is refused. Rows that are wrong have one fault each.
 */
import type fc from 'fast-check';
import { evaluate } from './evaluation.ts';
import type { AnyRow, FeedName } from './feeds.ts';
import { perform, type Script, type Step } from './naive.ts';
import { factsOf, uidOf, type Fact, type Span } from './random-facts.ts';
import { worldPlan, type WorldPlan } from './random-plan.ts';
import { importOf } from './story.ts';
import { DAY_MS, dayOf, iso, monthAfter, monthStart } from './times.ts';
import { emptyWorld, isEvaluated } from './world.ts';

/** Commands at an instant of the clock; all that happened before it has been fed in, but for what comes late. */
interface Cut { clock: number; order: number; steps: Step[] }

/** Random scripts. */
export const randomScript: fc.Arbitrary<Script> = worldPlan.map(scriptOf);

/** The script of a plan. */
function scriptOf(plan: WorldPlan): Script {
  const cuts = cutsOf(plan);
  const start = monthStart(plan.first);
  const end = monthStart(monthAfter(plan.first, plan.months.length));
  const decisions = cuts.filter((cut) => cut.steps.some((s) => s.step === 'approve')).map((cut) => cut.clock);
  const span: Span = { start, end, decisions };
  const batches = batchesOf(factsOf(plan, span), cuts);
  const script: Script = [];
  const imports: Step[] = [];
  cuts.forEach((cut, index) => {
    const files = filesOf(batches[index] ?? [], plan);
    imports.push(...files);
    script.push(...files.flatMap((file) => (plan.repeat === 'each' ? [file, file] : [file])), ...cut.steps);
  });
  if (plan.repeat === 'all') script.push(...imports, ...(cuts.at(-1)?.steps ?? []));
  return withoutIdleSteps(script);
}

function cutsOf(plan: WorldPlan): Cut[] {
  const before = monthAfter(plan.first, -1);
  const cuts: Cut[] = [{ clock: monthStart(plan.first), order: 1, steps: [{ step: 'evaluation', month: before }] }];
  plan.months.forEach((month, index) => {
    const name = monthAfter(plan.first, index);
    const start = monthStart(name);
    const end = monthStart(monthAfter(name));
    const run = (day: string, clock: number): void => {
      cuts.push({ clock, order: 1, steps: [{ step: 'commission', day }] });
    };
    for (const day of month.runDays) run(dayOf(start + day * DAY_MS), start + (day + 1) * DAY_MS);
    run(dayOf(end - 1), end);
    if (month.tooEarly) {
      const now = iso(end - 1);
      cuts.push({
        clock: end - 1, order: 1,
        steps: [{ step: 'commission', day: dayOf(end - 1), now }, { step: 'evaluation', month: name, now }],
      });
    }
    const last = index === plan.months.length - 1;
    const next = plan.months[index + 1];
    const forgotten = month.forgotten && !last;
    const evaluatedAt = forgotten ? monthStart(monthAfter(name, 2)) + (next?.delay ?? 0) : end + month.delay;
    const attempt: Step[] = forgotten ? [{ step: 'evaluation', month: monthAfter(name) }] : [];
    cuts.push({
      clock: evaluatedAt, order: month.evaluationBeforeLastRun || forgotten ? 0 : 2,
      steps: [...attempt, { step: 'evaluation', month: name }],
    });
    for (const { account, verb, after, twice } of month.decisions) {
      const at = evaluatedAt + after;
      const step: Step = { step: verb, affiliate_uid: uidOf(account % plan.accounts.length), month: name, at: iso(at) };
      cuts.push({ clock: at, order: 3, steps: twice ? [step, step] : [step] });
    }
  });
  cuts.sort((a, b) => a.clock - b.clock || a.order - b.order);
  // What comes too late for everything else is fed in at the end, and two runs more take it up.
  const after = cuts.at(-1)?.clock ?? 0;
  const lastDays = [dayOf(after), dayOf(after + DAY_MS)];
  lastDays.forEach((day,
    n) => cuts.push({ clock: after + (n + 1) * DAY_MS, order: 1, steps: [{ step: 'commission', day }] }));
  return cuts;
}

/** By cut: the facts that are fed in before it. */
function batchesOf(facts: readonly Fact[], cuts: readonly Cut[]): Fact[][] {
  const batches: Fact[][] = cuts.map(() => []);
  const inTime = (at: number): number => cuts.findIndex((cut) => cut.clock > at);
  const arrival = (fact: Fact): number => Math.min(inTime(fact.at) + fact.late, cuts.length - 1);
  const accounts = new Map<string, number>();
  for (const fact of facts) if (fact.feed === 'accounts') accounts.set(fact.uid, arrival(fact));
  for (const fact of facts) batches[Math.max(arrival(fact), accounts.get(fact.uid) ?? 0)]?.push(fact);
  return batches;
}

const FEED_ORDER: FeedName[] = ['accounts', 'account-events', 'activations', 'ratios', 'transfers', 'trades', 'prices'];

/** The files of a batch: one per feed, or one per day and feed, cut into pieces. */
function filesOf(batch: readonly Fact[], plan: WorldPlan): Step[] {
  const days = [...new Set(batch.map((fact) => (plan.grouping === 'day' ? dayOf(fact.at) : '')))].sort();
  const order = plan.activationsFirst
    ? FEED_ORDER.toSorted((a,
      b) => Number(b === 'accounts' || b === 'activations') - Number(a === 'accounts' || a === 'activations'))
    : FEED_ORDER;
  const files: Step[] = [];
  for (const day of days) {
    for (const feed of order) {
      const rows: AnyRow[] = batch
        .filter((fact) => fact.feed === feed && (plan.grouping !== 'day' || dayOf(fact.at) === day))
        .sort((a, b) => a.at - b.at)
        .map((fact) => fact.row);
      const size = plan.pieces === 0 ? rows.length : plan.pieces;
      for (let from = 0; from < rows.length; from += size) files.push(importOf(feed, rows.slice(from, from + size)));
    }
  }
  return files;
}

/**
 * Leaves out the attempts to evaluate a month before the one before it that would not be refused, and the decisions
 * on what is no review.
 */
function withoutIdleSteps(script: Script): Script {
  const world = emptyWorld();
  const firstMonth = script.find((step) => step.step === 'evaluation')?.month ?? '';
  return script.filter((step) => {
    if (step.step === 'evaluation' && step.month > firstMonth && !isEvaluated(world, monthAfter(step.month, -1))) {
      const tried = evaluate(structuredClone(world), step.month, step.now === undefined ? null : Date.parse(step.now));
      if (!('refused' in tried)) return false;
    }
    const result = perform(world, step);
    return !('affiliate_uid' in result && result.refused.includes('not_found'));
  });
}
