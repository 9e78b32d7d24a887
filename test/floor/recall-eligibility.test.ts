/** What is told beforehand, what the feed decides, and a naive reading of BIN-4 and BIN-5 must be the same in any case. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecallRefusal } from '../../server/recalls/contract.ts';
import { recallEligibility } from '../../server/recalls/service.ts';
import { testEngine } from '../database.ts';
import { account, activates, changes, codeOf, moment, trades, transfers } from '../worlds/story.ts';
import { played } from './cast.ts';
import { together, type Arrival } from './floor.ts';
import { recall, recalls } from './recall-rows.ts';
import { balanceAfterEach, stage } from './stage.ts';

balanceAfterEach();

const inviters = ['pia', 'dora', 'ada', 'rex', 'nobody'] as const;
const world = played('inviters of all kinds', async (floor) => {
  await floor.at('2025-01-03').take(
    together(account('pia', { on: '2025-01-01' }), account('dora', { on: '2025-01-01', country: 'DE' }), account('ada', { on: '2025-01-01' }),
      account('rex', { on: '2025-01-01' })),
    together(activates('pia', 'pro', '2025-01-02'), activates('dora', 'pro', '2025-01-02'), activates('ada', 'referral', '2025-01-02'),
      activates('rex', 'pro', '2025-01-02')),
  );
  await floor.at('2025-02-01').change('rex', 'restrict');
});

/** Days before the attempt, around the numbers that matter. */
const daysBefore = fc.oneof(fc.constantFrom(0, 1, 89, 90, 91, 92, 179, 180, 181), fc.integer({ min: 0, max: 260 }));
const attempt = fc.record({
  day: fc.constantFrom('2026-03-22', '2026-03-23', '2026-03-24', '2026-03-25', '2026-06-30'),
  /** Milliseconds into the UTC day. */
  time: fc.constantFrom(0, 1, 43_200_000, 86_399_999),
  age: daysBefore,
  use: fc.option(fc.record({ kind: fc.constantFrom('trade', 'activity', 'transfer', 'internal'), ago: daysBefore }), { nil: null }),
  country: fc.constantFrom('US', 'JP', 'FR'),
  inviter: fc.constantFrom(...inviters),
  via: fc.constantFrom('current_link', 'current_link', 'legacy_link', 'code'),
  bound: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
});
type Attempt = typeof attempt extends fc.Arbitrary<infer T> ? T : never;

const DAY = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString();

/** Days are counted one by one on the calendar. */
function naive({ day, age, use, country, inviter, via, bound }: Attempt): RecallRefusal[] {
  const days = day >= '2026-03-24' ? 90 : 180;
  const used = use !== null && use.kind !== 'internal' && use.ago <= age ? use.ago : null;
  const said: [RecallRefusal, boolean][] = [
    ['inviter_not_in_programme', inviter === 'ada' || inviter === 'nobody'],
    ['inviter_restricted', inviter === 'rex'],
    ['legacy_link', via === 'legacy_link'],
    ['code_not_supported', via === 'code'],
    ['already_bound', bound],
    ['account_too_young', age <= days],
    ['recently_active', used !== null && used <= days],
    ['recall_region_closed', inviter === 'dora' || country === 'FR'],
  ];
  return said.filter(([, applies]) => applies).map(([code]) => code);
}

/** Uses and registrations lie in the first millisecond of their day, and of the attempt's own day before it. */
function facts(uid: string, { day, time, age, use, country, bound }: Attempt): { files: Arrival[]; possible: boolean } {
  const start = Date.parse(moment(day));
  const registered = start - age * DAY;
  const files: Arrival[] = [account(uid, { on: iso(registered), country, ...(bound ? { by: 'ada' } : {}) })];
  if (use !== null && use.ago <= age) {
    const on = iso(start - use.ago * DAY);
    if (use.kind === 'trade') files.push(trades(`t-${uid}`, uid, on));
    else if (use.kind === 'activity') files.push(changes(uid, 'activity', 'earn', on));
    else files.push(transfers(uid, '1', on, { transfer_id: `m-${uid}`, ...(use.kind === 'internal' ? { source: 'internal' } : {}) }));
  }
  // What lies at the very instant of the attempt comes after it.
  return { files, possible: time > 0 || (age > 0 && (use === null || use.ago > 0)) };
}

test('eligibility, the feed and the naive reading agree', async () => {
  const floor = (await stage(world)).at('2026-07-01');
  let count = 0;
  await fc.assert(fc.asyncProperty(attempt, async (given) => {
    const uid = `u${count++}`;
    const { files, possible } = facts(uid, given);
    fc.pre(possible);
    await floor.take(...files);
    const on = iso(Date.parse(moment(given.day)) + given.time);
    const question = { uid, inviter: given.inviter === 'nobody' ? codeOf('nobody') : given.inviter, at: Date.parse(on), via: given.via as 'code' };
    const told = await recallEligibility(floor.database.read, question);
    expect(told.refusals).toEqual(naive(given));
    expect(told.eligible).toBe(told.refusals.length === 0);
    expect(told.facts.filter((fact) => fact.passed === false).map((fact) => fact.code)).toEqual(told.refusals);
    const byCode = await recallEligibility(floor.database.read, { ...question, inviter: codeOf(given.inviter) });
    expect(byCode).toEqual(told);
    const [outcome] = await recalls(floor, recall(uid, given.inviter, on, { via: given.via }));
    expect(outcome).toBe(told.eligible ? 'accepted' : told.refusals.join(';'));
    if (told.eligible || told.possible_from === null) return;
    // The day that was named holds what it promises.
    const [later] = await recalls(floor, recall(uid, given.inviter, `${told.possible_from} 12:00`, { recall_id: `later-${uid}` }));
    expect(later).toBe('accepted');
  }), { numRuns: testEngine === 'sqlite' ? 60 : 25 });
}, 120_000);
