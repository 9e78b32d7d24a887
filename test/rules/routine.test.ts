/** What the daily routine does next (PAY-1, TIE-3, REF-7). Days of March 2026; the routine begins an hour after a day's end. */
import { describe, expect, test } from 'vitest';
import { planRoutine, type RoutineFacts } from '../../server/routine/rules.ts';

const at = (text: string): number => Date.parse(`2026-${text}Z`);

/** On 11 March at 09:00: the 10th is done, and nothing waits. */
const quiet: RoutineFacts = {
  now: at('03-11T09:00'), covered_until: at('03-11T00:00'), next_trade_at: null, open_months: [], running: null, unpaid_days: [], awarded_day: null,
  yesterday_complete: { commission: false, evaluation: false },
};
const come = { commission: true, evaluation: true };

/** `evaluation 2026-02`, with `waits` where it is not due yet; `nothing`. */
function planned(said: Partial<RoutineFacts>): string {
  const facts = { ...quiet, ...said };
  const step = planRoutine(facts);
  return step ? `${step.kind} ${step.period}${step.due_at > facts.now ? ' waits' : ''}` : 'nothing';
}

describe('the next step of the routine', () => {
  test.each<[string, Partial<RoutineFacts>, string]>([
    ['an empty database', { covered_until: 0 }, 'nothing'],
    ['all is done', {}, 'nothing'],
    ['a day that is not over', { next_trade_at: at('03-11T08:00') }, 'nothing'],
    ['yesterday', { covered_until: at('03-10T00:00') }, 'commission 2026-03-10'],
    ['its batch, before the next day', { covered_until: at('03-10T00:00'), unpaid_days: ['2026-03-09'] }, 'payout 2026-03-09'],
    ['where there are campaigns its bonuses, before its batch', { unpaid_days: ['2026-03-10'], awarded_day: '2026-03-09' }, 'bonus 2026-03-10'],
    ['bonuses that were awarded already', { unpaid_days: ['2026-03-10'], awarded_day: '2026-03-10' }, 'payout 2026-03-10'],
    ['batches in the order of their days', { unpaid_days: ['2026-03-08', '2026-03-10'] }, 'payout 2026-03-08'],
    ['missed days, the first', { covered_until: at('03-05T00:00') }, 'commission 2026-03-05'],
    ['a run that was begun', { running: { kind: 'commission', period: '2026-03-10' }, unpaid_days: ['2026-03-09'] }, 'commission 2026-03-10'],
    ['nothing was ever run: from the first trade on', { covered_until: 0, next_trade_at: at('03-03T12:00') }, 'commission 2026-03-03'],
    ['the first trade is of today', { covered_until: 0, next_trade_at: at('03-11T01:00') }, 'nothing'],
    ['a short stretch without trades, day by day', { covered_until: at('02-15T00:00'), next_trade_at: at('03-09T01:00') }, 'commission 2026-02-15'],
    ['a long one, in one run', { covered_until: at('01-05T00:00'), next_trade_at: at('03-09T01:00') }, 'commission 2026-03-09'],
    ['a long one with nothing behind it', { covered_until: at('01-05T00:00') }, 'commission 2026-03-10'],
  ])('%s', (_what, said, step) => {
    expect(planned(said)).toBe(step);
  });

  test.each<[string, Partial<RoutineFacts>, string]>([
    ['the last millisecond of a day', { now: at('03-11T00:00') - 1, covered_until: at('03-10T00:00') }, 'nothing'],
    ['its end: feeds may still come', { now: at('03-11T00:00'), covered_until: at('03-10T00:00') }, 'commission 2026-03-10 waits'],
    ['an hour later', { now: at('03-11T01:00'), covered_until: at('03-10T00:00') }, 'commission 2026-03-10'],
    ['every manifest has come', { now: at('03-11T00:00'), covered_until: at('03-10T00:00'), yesterday_complete: come }, 'commission 2026-03-10'],
    ['a missed day waits for nothing', { now: at('03-11T00:00'), covered_until: at('03-09T00:00') }, 'commission 2026-03-09'],
  ])('when: %s', (_what, said, step) => {
    expect(planned(said)).toBe(step);
  });

  const april: Partial<RoutineFacts> = { now: at('04-01T01:00'), covered_until: at('03-31T00:00'), open_months: ['2026-03'] };
  test.each<[string, Partial<RoutineFacts>, string]>([
    ['on the first of the month it comes first', april, 'evaluation 2026-03'],
    ['then the run of the last day', { ...april, open_months: [] }, 'commission 2026-03-31'],
    ['not before the feeds have had their hour', { ...april, now: at('04-01T00:59') }, 'evaluation 2026-03 waits'],
    ['at once where its manifests have come', { ...april, now: at('04-01T00:00'), yesterday_complete: come }, 'evaluation 2026-03'],
    ['the transfers are missing', { ...april, now: at('04-01T00:00'), yesterday_complete: { commission: true, evaluation: false } }, 'evaluation 2026-03 waits'],
    ['missed days of the month come before its evaluation', { ...april, covered_until: at('03-29T00:00') }, 'commission 2026-03-29'],
    ['its batch is made first of what is computed', { ...april, unpaid_days: ['2026-03-30'] }, 'payout 2026-03-30'],
    ['months in their order', { ...april, open_months: ['2026-01', '2026-02', '2026-03'] }, 'evaluation 2026-01'],
    ['no trades at all, but affiliates with tiers', { ...april, covered_until: 0 }, 'evaluation 2026-03'],
    ['the day is run already', { ...april, covered_until: at('04-01T00:00') }, 'evaluation 2026-03'],
    ['a missed month, before the days after it', { now: at('04-20T09:00'), covered_until: at('03-31T00:00'), open_months: ['2026-03'] }, 'evaluation 2026-03'],
  ])('an evaluation: %s', (_what, said, step) => {
    expect(planned(said)).toBe(step);
  });

  test.each<[string, Partial<RoutineFacts>, string]>([
    ['over a month: every day of it is missed', { now: at('04-05T09:00') }, 'commission 2026-03-11'],
    ['backwards: what is covered lies ahead', { now: at('02-11T09:00') }, 'nothing'],
    ['backwards: a batch that was not made waits for its day', { now: at('02-11T09:00'), unpaid_days: ['2026-03-10'] }, 'payout 2026-03-10 waits'],
    ['backwards by an hour over midnight', { now: at('03-10T23:30'), covered_until: at('03-10T00:00') }, 'nothing'],
  ])('the clock jumps %s', (_what, said, step) => {
    expect(planned(said)).toBe(step);
  });
});
