/**
 * A process that is killed (SIGKILL) at any write of an application, a payout run, a release or an import of confirmations, and the
 * same thing done again: the end is that of an undisturbed one (ATTACKS 27). Some writes of each by default; KILL_EVERY_WRITE=1 all.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows } from '../../db/statement.ts';
import { filled, type Filled } from '../faults/copies.ts';
import { endState, type Contents } from '../faults/contents.ts';
import type { TestDatabase } from '../database.ts';
import { changes, moment, trades } from '../worlds/story.ts';
import { books, findings, linesOf, recordOf } from './books.ts';
import { adaAndEve } from './cast.ts';
import { Floor, refusalOf, together } from './floor.ts';
import { dismissHands, readyHand, type Act } from './hands.ts';

const NOW = Date.parse(moment('2026-01-07 02:00'));
let house: Filled;
const acts = {} as Record<'approval' | 'payout' | 'release' | 'confirmations', Act>;

/** A suspension of Ada waits, with records to reverse; a day is paid out, another computed and in a batch, a third only computed. */
beforeAll(async () => {
  house = await filled({ now: () => 0 }, async (database) => {
    await adaAndEve.fill(database);
    const floor = new Floor(database, '', async () => {}).at('2026-01-04 12:00');
    const id = await floor.ask('ona', 'ada', 'suspend');
    for (const [day, morning] of [['2026-01-04', '2026-01-05 01:00'], ['2026-01-05', '2026-01-06 01:00']] as const) {
      floor.at(morning);
      await floor.take(together(
        trades(`a${day}`, 'bob', `${day} 20:00`, { fee: '3' }), trades(`b${day}`, 'bob', `${day} 21:00`, { fee_currency: 'BNB' }), trades(`g${day}`, 'guy', `${day} 20:00`),
      ));
      await floor.commission(day);
      const { batch_id } = await floor.payout(day);
      if (day === '2026-01-04') await floor.release(batch_id);
    }
    floor.at('2026-01-07 01:00');
    await floor.take(together(trades('c', 'bob', '2026-01-06'), trades('h', 'guy', '2026-01-06')), changes('guy', 'vip_level', '2', '2026-01-05'));
    await floor.commission('2026-01-06');
    floor.at('2026-01-07 02:00');
    // So the release takes a line out.
    await floor.reverse(await recordOf(database.read, 'g2026-01-05'));
    const released = (await linesOf(database.read)).filter((line) => line.state === 'released');
    const confirmations = released.map((line, n) => `${line.id},${n === 1 ? 'failed' : 'paid'},2026-01-07T01:30:00.000Z,ref ${line.id}`);
    acts.approval = { what: 'approve', who: 'cleo', id, preview: (await floor.preview(id)).version };
    acts.payout = { what: 'payout', day: '2026-01-06' };
    acts.release = { what: 'release', who: 'otto', id: 2 };
    acts.confirmations = { what: 'confirm', csv: ['line_id,status,at,reference', ...confirmations].join('\n') };
  });
});
afterAll(async () => {
  dismissHands();
  await house.remove();
});

async function act(db: TestDatabase, one: Act, die?: { before: number } | { after: number }): ReturnType<typeof readyHand> {
  return readyHand(db.url, NOW, [one], die);
}

/** What an undisturbed process leaves, and how many statements wrote until then. */
async function undisturbed(one: Act): Promise<{ end: Contents; decisions: unknown; writes: number }> {
  const db = await house.copy();
  const hand = await act(db, one);
  hand.go();
  const told = await hand.told;
  expect(told?.outcomes).toHaveLength(1);
  const result = { end: await endState(db.database), decisions: await decisionsIn(db), writes: told?.writes ?? 0 };
  await db.close();
  return result;
}

/** What people and the console did, however often it was tried; imports and runs say their own beginnings. */
function decisionsIn({ database }: TestDatabase): Promise<unknown[]> {
  return rows(database.read, `SELECT action, subject_type, subject_id FROM audit_events WHERE action NOT LIKE 'import.%' AND action NOT LIKE 'run.%' ORDER BY 1, 2, 3`);
}

/** In the middle, and between the last statement and COMMIT; or before each statement, and right behind COMMIT. */
function deaths(writes: number): ({ before: number } | { after: number })[] {
  if (process.env['KILL_EVERY_WRITE'] !== '1') return [{ before: Math.ceil(writes / 2) }, { before: writes }];
  return [...Array.from({ length: writes }, (_, n) => ({ before: n + 1 })), { after: writes }];
}

/** The same by a process that was not there when the first one died: this one. What was done to its end says so. */
async function again(db: TestDatabase, { what, id = 0, day = '', csv = '' }: Act): Promise<string> {
  const floor = new Floor(db.database, db.url, async () => {}).at('2026-01-07 02:00');
  if (what === 'approve') return refusalOf(floor.approve('cleo', id));
  if (what === 'release') return refusalOf(floor.release(String(id), 'otto'));
  return refusalOf(what === 'payout' ? floor.payout(day) : floor.file('payout-confirmations', csv));
}

describe.each(['approval', 'payout', 'release', 'confirmations'] as const)('killed in the middle of: %s', (name) => {
  test('then again, it is as if nothing had been', { timeout: 600_000 }, async () => {
    const one = acts[name];
    const { end, decisions, writes } = await undisturbed(one);
    expect(writes).toBeGreaterThan(5);
    for (const die of deaths(writes)) {
      const db = await house.copy();
      const killed = await act(db, one, die);
      killed.go();
      expect(await killed.told, `killed ${JSON.stringify(die)} of ${writes}`).toBeNull();
      const outcome = await again(db, one);
      const isSaid = 'after' in die && (name === 'approval' || name === 'release');
      expect(outcome, JSON.stringify(die)).toBe(isSaid ? 'not_pending' : 'done');
      expect(await endState(db.database), JSON.stringify(die)).toEqual(end);
      expect(await decisionsIn(db), JSON.stringify(die)).toEqual(decisions);
      expect([...(await findings(db.database)), ...(await books(db.database.read, NOW)).wrong]).toEqual([]);
      await db.close();
    }
  });
});
