/** One review, many hands: exactly one decision, ever (ATTACKS 15). */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../db/connection.ts';
import { row, rows } from '../../db/statement.ts';
import { Refusal } from '../../server/refusal.ts';
import { decideTierReview, type Decision } from '../../server/tier-reviews/service.ts';
import { verify } from '../../server/verify/service.ts';
import { openTestDatabase, type TestDatabase } from '../database.ts';
import { playOnProduct } from '../engine/play.ts';
import { account, activates, changes, evaluation, story, trades } from '../worlds/story.ts';
import { take } from './crowd.ts';

const clock = { now: () => Date.parse('2026-02-02T00:00:00Z') };
let db: TestDatabase;
let other: Database;
let review: number;

beforeEach(async () => {
  db = await openTestDatabase({ reference: clock });
  other = openDatabase(db.url);
  const { results } = await playOnProduct(db.database, story(
    account('ada', { on: '2026-01-01' }), activates('ada', 'referral', '2026-01-02'), account('bob', { on: '2026-01-01', by: 'ada' }),
    trades('t', 'bob', '2026-01-10', { volume_usdt: '50000' }), evaluation('2026-01'),
  ));
  const refused = results.flatMap((one) => ('refused' in one ? one.refused : []));
  if (refused.length > 0) throw new Error(`the story was refused: ${refused.join()}`);
  review = (await row<{ id: number }>(db.database.read, `SELECT id FROM tier_reviews WHERE state = 'pending'`))?.id ?? 0;
});
afterEach(async () => {
  await other.close();
  await db.close();
});

function decide(database: Database, decision: Decision, hand: number): Promise<void> {
  const actor = { staff_id: null, name: `hand${hand}@demo.test`, role: 'operations' as const, request_id: null };
  return decideTierReview(database, clock, actor, review, decision, `hand ${hand} says ${decision}`);
}

/** Codes of those that were refused; `done` for the others. */
async function outcomes(work: Promise<void>[]): Promise<string[]> {
  const settled = await Promise.allSettled(work);
  return settled.map((one) => {
    if (one.status === 'fulfilled') return 'done';
    if (one.reason instanceof Refusal) return one.reason.code;
    throw one.reason;
  });
}

async function expectOneDecision(approved: boolean | null = null): Promise<void> {
  const events = await rows<{ action: string; actor: string }>(
    db.database.read, `SELECT action, actor FROM audit_events WHERE action IN ('tier_review.approved', 'tier_review.rejected')`,
  );
  expect(events).toHaveLength(1);
  const [event] = events;
  const stored = await row<{ state: string; decided_by: string }>(db.database.read, 'SELECT state, decided_by FROM tier_reviews WHERE id = :review', { review });
  expect(`tier_review.${stored?.state}`).toBe(event?.action);
  expect(stored?.decided_by).toBe(event?.actor);
  const tiers = await rows<{ value: string }>(
    db.database.read, `SELECT s.value FROM account_states s JOIN accounts a ON a.id = s.account_id WHERE a.uid = 'ada' AND s.field = 'tier' AND s.known_to = 8640000000000000 ORDER BY s.from_at`,
  );
  expect(tiers.map((one) => one.value)).toEqual(stored?.state === 'approved' ? ['0', '1'] : ['0']);
  if (approved !== null) expect(stored?.state === 'approved').toBe(approved);
  expect((await verify(db.database)).filter((check) => check.wrong > 0)).toEqual([]);
}

describe('at once', () => {
  test('twenty approvals: one is done, nineteen come too late', async () => {
    const all = await outcomes(Array.from({ length: 20 }, (_, hand) => decide(hand % 2 === 0 ? db.database : other, 'approve', hand)));
    expect(all.toSorted()).toEqual(['done', ...Array.from({ length: 19 }, () => 'not_pending')]);
    await expectOneDecision(true);
  });

  test('approvals and rejections: one of them', async () => {
    const all = await outcomes(Array.from({ length: 20 }, (_, hand) => decide(hand % 4 < 2 ? db.database : other, hand % 2 === 0 ? 'approve' : 'reject', hand)));
    expect(all.filter((one) => one === 'done')).toHaveLength(1);
    expect(all.filter((one) => one === 'not_pending')).toHaveLength(19);
    await expectOneDecision();
  });

  test('an approval while the enrolment ends by feed: decided before its end, or withdrawn by it', async () => {
    const leaves = changes('ada', 'account_type', 'broker', '2026-02-01 12:00').rows;
    const [approval] = await Promise.all([outcomes([decide(db.database, 'approve', 1)]), take(other, 'account-events', leaves)]);
    const stored = await row<{ state: string }>(db.database.read, 'SELECT state FROM tier_reviews WHERE id = :review', { review });
    expect([approval[0], stored?.state]).toEqual(approval[0] === 'done' ? ['done', 'approved'] : ['not_pending', 'withdrawn']);
    expect((await verify(db.database)).filter((check) => check.wrong > 0)).toEqual([]);
  });
});

test('a decision that breaks off half-way has not been', async () => {
  const actor = { staff_id: null, name: 'x', role: 'operations' as const, request_id: null };
  // An actor without a role cannot be written into the audit chain, the last statement of the transaction.
  await expect(decideTierReview(db.database, clock, { ...actor, role: null as never }, review, 'approve', 'half a decision')).rejects.toThrow();
  expect(await row(db.database.read, 'SELECT state, decided_by FROM tier_reviews WHERE id = :review', { review })).toEqual({ state: 'pending', decided_by: null });
  expect(await outcomes([decide(db.database, 'approve', 1)])).toEqual(['done']);
  await expectOneDecision(true);
});
