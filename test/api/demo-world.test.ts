/** The demo world on both engines: sound, alive, and the same however often it is made. */
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rows, type Connection } from '../../db/statement.ts';
import { demoStaff } from '../../seeds/demo/staff.ts';
import { demoWorld } from '../../seeds/demo/world.ts';
import { seedDemoWorld } from '../../server/commands/seed.ts';
import { planRoutine } from '../../server/routine/rules.ts';
import { routineFacts } from '../../server/routine/store.ts';
import { readSettings } from '../../server/settings.ts';
import { signalsOfMonth } from '../../server/signals/service.ts';
import { verify } from '../../server/verify/service.ts';
import { openTestDatabase, type TestDatabase } from '../database.ts';

// In the first hour of a month: the night's work must not lie ahead of the clock, and the last evaluation is just due.
const now = Date.parse('2026-03-01T00:20:00.000Z');
let world: TestDatabase;
beforeAll(async () => {
  world = await openTestDatabase({ reference: { now: () => now } });
  await seed(now);
});
afterAll(() => world.close());

function seed(at: number): Promise<void> {
  const settings = readSettings({ DEMO: '1' });
  return seedDemoWorld({ database: world.database, clock: { now: () => at }, settings, log: pino({ level: 'silent' }) });
}

async function counts(connection: Connection): Promise<Record<string, number>> {
  const list = await rows<{ what: string; n: number }>(
    connection,
    `SELECT 'change ' || state AS what, count(*) AS n FROM status_changes WHERE source = 'staff' GROUP BY state
     UNION ALL SELECT 'reversal by ' || source || ' ' || state, count(*) FROM reversals GROUP BY source, state
     UNION ALL SELECT 'correction ' || state, count(*) FROM corrections GROUP BY state
     UNION ALL SELECT 'boost ' || state, count(*) FROM boosts GROUP BY state
     UNION ALL SELECT 'override ' || state, count(*) FROM manifest_overrides GROUP BY state
     UNION ALL SELECT 'note ' || kind, count(*) FROM notes GROUP BY kind
     UNION ALL SELECT 'batch ' || state, count(*) FROM payout_batches GROUP BY state
     UNION ALL SELECT 'line ' || state, count(*) FROM payout_lines WHERE state IN ('failed', 'withdrawn') GROUP BY state
     UNION ALL SELECT 'campaign ' || state, count(*) FROM campaigns GROUP BY state
     UNION ALL SELECT 'campaign version ' || state, count(*) FROM campaign_versions WHERE second_person = 1 GROUP BY state
     UNION ALL SELECT 'joined', count(*) FROM campaign_joins
     UNION ALL SELECT reward || ' ' || state, count(*) FROM bonuses GROUP BY reward, state
     UNION ALL SELECT 'no room: ' || reason, count(*) FROM bonus_waits GROUP BY reason
     UNION ALL SELECT 'recall ' || codes, count(*) FROM recalls GROUP BY codes
     UNION ALL SELECT 'earned on recalled', count(*) FROM commission_records r JOIN bindings b ON b.id = r.binding_id WHERE b.kind = 'recall' AND r.amount_e8 > 0
     UNION ALL SELECT 'application ' || state, count(*) FROM applications GROUP BY state
     UNION ALL SELECT 'content ' || state || CASE WHEN look_alikes = '[]' THEN '' ELSE ', alike' END, count(*) FROM content_reviews
       GROUP BY state, CASE WHEN look_alikes = '[]' THEN '' ELSE ', alike' END
     UNION ALL SELECT 'managed', count(*) FROM account_managers WHERE to_at > :now
     UNION ALL SELECT 'staff', count(*) FROM staff
     UNION ALL SELECT 'ahead of the clock', count(*) FROM audit_events WHERE at > :now
     UNION ALL SELECT 'deadline missed', count(*) FROM payout_batches WHERE paid_at > deadline_at
     UNION ALL SELECT 'carried over', count(*) FROM commission_totals WHERE status = 'open' AND (amount_units < 0 OR amount_fraction_e8 < 0)`,
    { now },
  );
  return Object.fromEntries(list.map(({ what, n }) => [what, n]));
}

it('holds each way that a request or a payout can go, and nothing that has not happened yet', async () => {
  expect(await counts(world.database.read)).toMatchObject({
    'change pending': 3, 'change approved': 1, 'change applied': 2, 'change rejected': 1, 'change cancelled': 1, 'change lapsed': 1,
    'reversal by system pending': 2, 'reversal by staff approved': 2, 'reversal by staff pending': 1, 'correction pending': 1,
    'boost approved': 1, 'boost pending': 1, 'override pending': 1, 'note note': 3, 'note feedback': 4,
    'batch paid': 21, 'batch ready': 1, 'line failed': 1, 'line withdrawn': expect.any(Number), 'deadline missed': 1, 'carried over': 2,
    'ahead of the clock': 0, staff: demoStaff.length,
  });
});

it('holds campaigns, bonuses, recalls, applications and content in each of their states', async () => {
  expect(await counts(world.database.read)).toMatchObject({
    'campaign draft': 1, 'campaign scheduled': 1, 'campaign active': 2, 'campaign paused': 1, 'campaign ended': 1,
    'campaign version approved': 2, 'campaign version pending': 1, joined: 5, 'no room: budget_exhausted': 2,
    'cash pending': 2, 'cash distributed': expect.any(Number), 'cash reversed': 1,
    'fee_voucher pending': 2, 'fee_voucher distributed': expect.any(Number), 'fee_voucher failed': 1,
    'trial_funds distributed': 8, 'trial_funds failed': 1,
    'recall ': 5, 'recall account_too_young': 1, 'recall recently_active': 1, 'recall legacy_link': 2, 'recall not_confirmed': 1,
    'recall code_not_supported;recently_active;recall_region_closed;not_confirmed': 1, 'earned on recalled': expect.any(Number),
    'application pending': 3, 'application approved': 2, 'application rejected': 2,
    'content pending': 2, 'content pending, alike': 2, 'content approved': 2, 'content rejected': 2, managed: 6,
  });
  const { database } = world;
  const signals = await signalsOfMonth(database, database.read, '2026-02');
  expect(signals.map(({ kind, invitees }) => [kind, invitees])).toEqual([['registration_burst', 12], ['self_referral', 2], ['threshold_activity', 4]]);
});

it('has a recall refused for 180 days and bound for 90, where the days around the change are among its own (BIN-4)', () => {
  const recallsOf = (today: string): [day: string, id: string][] => demoWorld(today).steps
    .flatMap((step) => (step.step === 'import' && step.feed === 'recalls' ? step.rows : []))
    .map(({ attempted_at, recall_id }) => [attempted_at.slice(0, 10), recall_id]);
  expect(recallsOf('2026-11-21')).toEqual(expect.arrayContaining([['2026-03-23', 'RC-20260323-0001'], ['2026-03-25', 'RC-20260323-0001']]));
  expect(recallsOf('2026-03-25').map(([, id]) => id)).not.toContain('RC-20260323-0001');
});

it('is sound, and leaves the routine nothing to do', async () => {
  expect((await verify(world.database, null)).filter(({ wrong }) => wrong > 0)).toEqual([]);
  const step = planRoutine(await routineFacts(world.database.read, now));
  expect(step === null || step.due_at > now).toBe(true);
});

it('is the same when it is made again, and left alone on another day', async () => {
  const before = await counts(world.database.read);
  await seed(now + 3_600_000);
  expect(await counts(world.database.read)).toEqual({ ...before, 'ahead of the clock': expect.any(Number) });
  await seed(now + 86_400_000);
  expect(await counts(world.database.read)).toEqual({ ...before, 'ahead of the clock': expect.any(Number) });
});
