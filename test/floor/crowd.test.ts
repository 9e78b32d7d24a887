/** Many hands in several processes on one thing: exactly one decision, one request, one batch, ever (ATTACKS 15, 28). */
import { afterAll, expect, test } from 'vitest';
import { rows } from '../../db/statement.ts';
import { previewReversal } from '../../server/reversals/service.ts';
import { trades } from '../worlds/story.ts';
import { recordOf, stateOf, told } from './books.ts';
import { together, type Floor } from './floor.ts';
import { allAtOnce, dismissHands, type Act } from './hands.ts';
import { balanceAfterEach, stage } from './stage.ts';

balanceAfterEach();
afterAll(dismissHands);

/** Twenty acts, shared out among so many processes. */
function twenty(act: (hand: number) => Act, processes = 2): Act[][] {
  return Array.from({ length: processes }, (_, part) => Array.from({ length: 20 / processes }, (_, n) => act(part + n * processes)));
}

async function oneDone(floor: Floor, parts: Act[][], others: string): Promise<void> {
  const outcomes = await allAtOnce(floor.url, floor.clock.now(), parts);
  expect(outcomes.toSorted()).toEqual(['done', ...outcomes.slice(1).map(() => others)].toSorted());
}

async function suspicion(): Promise<{ floor: Floor; id: number; preview: string }> {
  const floor = await stage();
  await floor.take(together(trades('early', 'bob', '2026-01-05 01:00'), trades('late', 'bob', '2026-01-05 20:00')));
  floor.at('2026-01-05 12:00');
  const id = await floor.ask('ona', 'ada', 'suspend');
  floor.at('2026-01-06 01:00');
  await floor.commission('2026-01-05');
  return { floor, id, preview: (await floor.preview(id)).version };
}

const decisions = (floor: Floor): Promise<{ action: string }[]> => rows(
  floor.database.read, `SELECT action FROM audit_events WHERE action IN ('status_change.approved', 'status_change.rejected', 'status_change.cancelled')`,
);

test('twenty approvals of a request: one, and each record reversed once', async () => {
  const { floor, id, preview } = await suspicion();
  await oneDone(floor, twenty((hand) => ({ what: 'approve', who: hand % 3 === 0 ? 'cleo' : 'carl', id, preview }), 4), 'not_pending');
  expect(await decisions(floor)).toEqual([{ action: 'status_change.approved' }]);
  expect(await told(floor.database.read, 'ada')).toEqual(['commission early 0.15 open', 'commission late 0.15 open', 'reversal late -0.15 open']);
});

test('approved, rejected and taken back at once: one of them', async () => {
  const { floor, id, preview } = await suspicion();
  const kinds: Act[] = [{ what: 'approve', who: 'cleo', id, preview }, { what: 'reject', who: 'otto', id }, { what: 'cancel', who: 'ona', id }];
  await oneDone(floor, twenty((hand) => kinds[hand % 3] as Act), 'not_pending');
  const [decided] = await decisions(floor);
  expect(await decisions(floor)).toHaveLength(1);
  const isSuspended = (await stateOf(floor.database.read, 'ada', 'restriction', floor.clock.now())) === 'suspended';
  expect(isSuspended).toBe(decided?.action === 'status_change.approved');
});

test('twenty requests to reverse one record, then twenty decisions of that request', async () => {
  const { floor } = await suspicion();
  const id = await recordOf(floor.database.read, 'early');
  await oneDone(floor, twenty((hand) => ({ what: 'askReversal', who: hand % 3 === 0 ? 'ona' : 'otto', id })), 'already_pending');
  const { version } = await previewReversal(floor.database.read, 1);
  await oneDone(floor, twenty((hand) => (
    hand % 4 === 0 ? { what: 'rejectReversal', who: 'cleo', id: 1 } : { what: 'approveReversal', who: hand % 3 === 0 ? 'carl' : 'cleo', id: 1, preview: version }
  )), 'not_pending');
  const [request] = await rows<{ state: string }>(floor.database.read, 'SELECT state FROM reversals');
  expect((await told(floor.database.read, 'ada')).filter((one) => one.startsWith('reversal'))).toHaveLength(request?.state === 'approved' ? 1 : 0);
});

test('six payout runs of a day in three processes: one batch; twelve releases: one', async () => {
  const { floor } = await suspicion();
  const payout: Act = { what: 'payout', day: '2026-01-05' };
  const outcomes = await allAtOnce(floor.url, floor.clock.now(), [[payout, payout], [payout, payout], [payout, payout]]);
  expect(new Set(outcomes).size).toBe(1);
  const [batch] = await rows<{ id: number }>(floor.database.read, 'SELECT id FROM payout_batches');
  expect(JSON.parse(outcomes[0] as string)).toMatchObject({ batch_id: String(batch?.id), lines: 1 });
  const release = (who: 'ona' | 'otto'): Act[] => Array.from({ length: 4 }, () => ({ what: 'release', who, id: batch?.id as number }));
  await oneDone(floor, [release('ona'), release('otto'), release('ona')], 'not_pending');
});
