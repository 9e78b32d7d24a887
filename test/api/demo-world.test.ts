/** The demo world on both engines: sound, alive, and the same however often it is made. */
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rows, type Connection } from '../../db/statement.ts';
import { demoStaff } from '../../seeds/demo/staff.ts';
import { seedDemoWorld } from '../../server/commands/seed.ts';
import { planRoutine } from '../../server/routine/rules.ts';
import { routineFacts } from '../../server/routine/store.ts';
import { readSettings } from '../../server/settings.ts';
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
    'reversal by system pending': 2, 'reversal by staff approved': 1, 'reversal by staff pending': 1, 'correction pending': 1,
    'boost approved': 1, 'boost pending': 1, 'override pending': 1, 'note note': 3, 'note feedback': 1,
    'batch paid': 21, 'batch ready': 1, 'line failed': 1, 'line withdrawn': expect.any(Number), 'deadline missed': 1, 'carried over': 1,
    'ahead of the clock': 0, staff: demoStaff.length,
  });
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
