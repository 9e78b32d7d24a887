/** Somebody else holds the database's writing: who reads gets answers, who writes waits and succeeds (ATTACKS 29). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../db/connection.ts';
import { row } from '../../db/statement.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { writeAudit } from '../../server/audit/service.ts';
import { lockHead } from '../../server/engine/head.ts';
import { openConsole, type TestConsole } from '../api/console.ts';

const TWO_MINUTES = 120_000;
let desk: TestConsole;
let other: Database;
beforeAll(async () => {
  desk = await openConsole();
  other = openDatabase(desk.context.database.url);
});
afterAll(async () => {
  await other.close();
  await desk.close();
});

/** Holds what a run and an audit event hold, until the work is done: an answer that is part of the work has not waited for its end. */
async function held<T>(work: () => Promise<T>): Promise<T> {
  return other.transaction(async (transaction) => {
    await lockHead(transaction);
    await writeAudit(transaction, { at: 0, actor: systemActor, action: 'run.started', subject_type: 'runs', subject_id: '1', changes: {} });
    return work();
  });
}

test('lists and probes answer at once; a sign-in waits and succeeds, and nothing is logged as an error', async () => {
  const operations = await desk.signIn('operations');
  const order: string[] = [];
  let signedIn: Promise<unknown> = Promise.resolve();
  await held(async () => {
    signedIn = desk.signIn('compliance').then(() => order.push('signed in'));
    for (let turn = 0; turn < 3; turn++) {
      for (const path of ['/api/imports', '/api/runs', '/api/commissions?filter={"run_day":"2026-01-05"}', '/api/session', '/readyz', '/healthz']) {
        const { status } = await operations.agent.get(path);
        expect([path, status]).toEqual([path, 200]);
      }
    }
    order.push('all answered');
  });
  await signedIn;
  expect(order).toEqual(['all answered', 'signed in']);
  expect(desk.logged()).not.toContain('"level":50');
});

test('a session that is to be noted as used answers too, and is noted once that can be', async () => {
  const operations = await desk.signIn('operations');
  desk.pass(TWO_MINUTES);
  expect(await held(async () => (await operations.agent.get('/api/imports')).status)).toBe(200);
  // An answer that had waited for the note would have waited for the end of the work that waits for it: until who notes gives up.
  await expect.poll(() => row(desk.context.database.read, 'SELECT max(touched_at) AS at FROM sessions')).toEqual({ at: desk.context.clock.now() });
});
