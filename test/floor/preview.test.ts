/** STA-9: what a preview shows is what happens, to the last decimal, for any request on any standing. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { row } from '../../db/statement.ts';
import type { Database } from '../../db/connection.ts';
import { previewChange } from '../../server/status-changes/file.ts';
import { statusChangeKinds, type StatusChangeKind } from '../../server/status-changes/contract.ts';
import { testEngine, type Filling } from '../database.ts';
import { account, activates, changes, trades } from '../worlds/story.ts';
import { restrictionIn, readBooks } from './books.ts';
import { played } from './cast.ts';
import { before, happened, shown } from './effect.ts';
import { Floor, leaves, refusalOf, together } from './floor.ts';

const RANDOM_REQUESTS = Number(process.env['RANDOM_WORLDS'] ?? (testEngine === 'sqlite' ? 60 : 20));
const invitees = ['b1', 'b2', 'b3'];
const currencies = ['USDT', 'BNB', 'SHIB'];

/**
 * January and the first days of February of three affiliates: two of `referral`, each with a review that waits, one of `pro`; trades
 * every few hours in three currencies, days paid, on their way and open, a reversal, a late fact that waits for its reversals, one frozen.
 */
const busyHouse: Filling = played('a busy house', async (floor) => {
  floor.at('2026-01-02 12:00');
  const affiliates = ['ada', 'ivy', 'eve'];
  await floor.take(
    together(...affiliates.map((uid) => account(uid)), ...affiliates.flatMap((uid) => invitees.map((guest) => account(`${uid}-${guest}`, { by: uid })))),
    together(...affiliates.map((uid) => activates(uid, uid === 'eve' ? 'pro' : 'referral', '2026-01-02'))),
  );
  const list = affiliates.flatMap((uid, place) => Array.from({ length: 40 }, (_, n) => trades(
    `${uid}${n}`, `${uid}-${invitees[n % 3]}`, new Date(Date.parse('2026-01-25T00:00:00Z') + n * 7 * 3_600_000 + place * 60_000).toISOString(),
    { fee: n % 4 === 0 ? '92233720.12345678' : `${n}.7777777`, fee_currency: currencies[n % 3] as string, volume_usdt: '5000' },
  )));
  await floor.take(together(...list));
  floor.at('2026-02-01 01:00');
  await floor.evaluation('2026-01');
  const first = await floor.payday('2026-01-31');
  const lines = (await readBooks(floor.database.read)).lines.filter((line) => line.batch_id === Number(first));
  await floor.confirm(...lines.map((line, n): [number, 'paid' | 'failed'] => [line.id, n % 4 === 3 ? 'failed' : 'paid']));
  floor.at('2026-02-02 01:00');
  await floor.payday('2026-02-01');
  await floor.reverse(2);
  floor.at('2026-02-04 01:00');
  await floor.commission('2026-02-03');
  await floor.take(changes('ada-b1', 'vip_level', '4', '2026-02-01'));
  await floor.change('eve', 'freeze');
  floor.at('2026-02-04 12:00');
});

const request = fc.record({
  uid: fc.constantFrom('ada', 'ivy', 'eve'),
  kind: fc.constantFrom<StatusChangeKind[]>(...statusChangeKinds, 'account_type', 'account_type', 'leave', 'terminate'),
  to: fc.constantFrom('broker' as const, 'market_maker' as const, 'collaborator' as const, 'normal' as const),
  /** Hours from now: of an account type into the past too. */
  hours: fc.oneof(fc.constant(0), fc.integer({ min: -240, max: 60 })),
  /** What happens between the request and its approval. */
  meanwhile: fc.constantFrom('nothing', 'a day', 'another request', 'leaves'),
});

/** So that every kind of effect is among them. */
const examples: { uid: string; kind: StatusChangeKind; to: 'broker'; hours: number; meanwhile: string }[][] = [
  [{ uid: 'ada', kind: 'leave', to: 'broker', hours: 0, meanwhile: 'nothing' }],
  [{ uid: 'ivy', kind: 'account_type', to: 'broker', hours: -100, meanwhile: 'a day' }],
  [{ uid: 'ada', kind: 'suspend', to: 'broker', hours: 0, meanwhile: 'a day' }],
  [{ uid: 'ivy', kind: 'terminate', to: 'broker', hours: 5, meanwhile: 'leaves' }],
];

class Undone extends Error {}

/** The same database, all of whose transactions run in one that is rolled back: each request meets the same house. */
async function undoing(floor: Floor, work: (inside: Floor) => Promise<void>): Promise<void> {
  const outside = floor.database;
  const began = floor.instant;
  try {
    await outside.transaction(async (transaction) => {
      const inside: Database = {
        ...outside, read: transaction,
        // A transaction in a transaction is a savepoint: what is refused inside is taken back inside.
        transaction: (inner) => transaction.transaction(inner), snapshot: (inner) => transaction.transaction(inner),
        // What the outer transaction has written no other connection sees.
        aside: null,
      };
      floor.database = inside;
      await work(floor);
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  } finally {
    floor.database = outside;
    floor.at(began);
  }
}

test('each random request does what its preview showed', async () => {
  const floor = (await Floor.open(busyHouse)).at('2026-02-04 12:00');
  const seen = { applied: 0, ended: 0, reversing: 0, withdrawing: 0, moved: 0 };
  await fc.assert(fc.asyncProperty(request, (asked) => undoing(floor, async (inside) => {
    const { uid, kind, to, hours, meanwhile } = asked;
    const effective_at = new Date(inside.clock.now() + (kind === 'account_type' ? hours : Math.abs(hours)) * 3_600_000).toISOString();
    const body = { ...(kind === 'account_type' ? { to } : {}), effective_at };
    const code = await refusalOf(previewChange(inside.database, inside.clock, { affiliate_uid: uid, kind, ...body }));
    expect(await refusalOf(inside.ask('ona', uid, kind, body)), 'asking refuses what its preview refuses').toBe(code);
    if (code !== 'done') return;
    const { id } = (await row<{ id: number }>(inside.database.read, `SELECT max(id) AS id FROM status_changes WHERE source = 'staff'`)) as { id: number };
    const first = await inside.preview(id);
    await pass(inside, meanwhile, uid);
    const preview = await inside.preview(id);
    if (preview.version !== first.version) {
      seen.moved += 1;
      expect(['preview_changed', 'stale']).toContain(await refusalOf(inside.approve('cleo', id, first)));
    }
    const was = await before(inside.database.read, preview);
    if ((await refusalOf(inside.approve('cleo', id, preview))) === 'stale') return;
    const isDue = Date.parse(preview.effective_at) <= inside.clock.now();
    const held = ['frozen', 'suspended'].includes(restrictionIn(await readBooks(inside.database.read), uid, inside.clock.now()));
    if (!isDue) await inside.at(preview.effective_at).tick();
    expect(await happened(inside.database.read, was, preview, held)).toEqual(shown(preview));
    seen.applied += 1;
    seen.ended += preview.enrolment?.ends ? 1 : 0;
    seen.reversing += preview.reversals.count > 0 ? 1 : 0;
    seen.withdrawing += preview.reviews_withdrawn.length;
  })), { numRuns: RANDOM_REQUESTS, examples: examples as [typeof request extends fc.Arbitrary<infer R> ? R : never][] });
  await floor.close();
  // The house is busy enough for it to mean something.
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(0);
}, 600_000);

async function pass(floor: Floor, what: string, uid: string): Promise<void> {
  if (what === 'nothing') return;
  floor.at('2026-02-05 01:00');
  if (what === 'a day') await floor.payday('2026-02-04');
  if (what === 'another request') await refusalOf(floor.change(uid, 'restrict'));
  if (what === 'leaves') await floor.take(leaves(uid, '2026-02-03'));
}
