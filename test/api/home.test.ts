import { afterAll, beforeAll, expect, it } from 'vitest';
import { openConsole, type TestConsole } from './console.ts';
import { seedWorld } from './lists-world.ts';

let desk: TestConsole;
beforeAll(async () => {
  desk = await openConsole();
});
afterAll(() => desk.close());

it('the first screen stands in an empty console, and then shows the days that runs have covered', async () => {
  const operations = await desk.signIn('operations');
  const { body: empty } = await operations.agent.get('/api/home');
  expect(empty).toMatchObject({
    now: '2026-03-11T09:00:00.000Z',
    queue: { pending_reviews: 0, overdue_reviews: 0, evaluation_due: null, reviews: [] },
    requests: {
      'status-changes': { pending: 0, oldest_at: null }, reversals: { pending: 0, oldest_at: null }, applications: { pending: 0, oldest_at: null },
    },
    next_payout: null,
    commission_by_day: [], earned_usdt: { last_day: '0', month_to_date: '0', unknown: 0 }, reasons: [], last_runs: [], last_imports: [], audit: null,
  });

  await seedWorld(desk);
  const { body: home } = await operations.agent.get('/api/home');
  expect(home.queue).toMatchObject({ pending_reviews: 1, overdue_reviews: 1, evaluation_due: '2026-02' });
  expect(home.queue.reviews.map((review: { id: string }) => review.id)).toEqual(['1']);
  expect(home.commission_by_day).toHaveLength(14);
  expect(home.commission_by_day[0]).toEqual({ day: '2026-02-12', records: 0, earning: 0, totals: [], earned_usdt: '0' });
  const last = home.commission_by_day[13];
  const { body: records } = await operations.agent.get('/api/commissions').query({
    filter: '{"executed_at_gte":"2026-02-25T00:00:00.000Z","executed_at_lt":"2026-02-26T00:00:00.000Z"}', range: '[0,999]',
  });
  type Shown = { reason: string | null; currency: string; amount: string };
  const zero = (records as Shown[]).filter((record) => record.reason !== null);
  expect(last).toMatchObject({ day: '2026-02-25', records: records.length, earning: records.length - zero.length });
  // By the day's prices: BTC 60,000 USDT, USDT 1; SHIB has none and is told as unknown.
  const sum = (currency: string): number => (records as Shown[])
    .filter((record) => record.currency === currency)
    .reduce((total, { amount }) => total + Number(amount), 0);
  expect(Number(last.earned_usdt)).toBeCloseTo(sum('USDT') + 60_000 * sum('BTC'), 2);
  expect(home.earned_usdt.last_day).toBe(last.earned_usdt);
  expect(home.earned_usdt.unknown).toBeGreaterThan(0);
  expect(home.reasons.reduce((total: number, { records: n }: { records: number }) => total + n, 0)).toBe(zero.length);
  expect(home.last_runs).toHaveLength(5);
  expect(home.last_runs[0]).toMatchObject({ id: '6', kind: 'commission', period: '2026-02-25', progress: 1 });
  expect(home.next_deadlines).toEqual([
    { kind: 'commission', period: '2026-02-26', at: '2026-02-27T00:00:00.000Z' },
    { kind: 'evaluation', period: '2026-02', at: '2026-03-01T00:00:00.000Z' },
  ]);
});

it('shows each role only what it may read', async () => {
  const [compliance, support] = await Promise.all([desk.signIn('compliance'), desk.signIn('support')]);
  expect((await compliance.agent.get('/api/home')).body.audit).toMatchObject({ intact: true });
  const { body } = await support.agent.get('/api/home');
  expect([body.audit, body.last_imports]).toEqual([null, null]);
  expect(Object.keys(body.requests)).not.toContain('staff-changes');
  expect(Object.keys((await compliance.agent.get('/api/home')).body.requests)).toContain('staff-changes');
});
