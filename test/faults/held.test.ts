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

const msSince = (began: bigint): number => Number((process.hrtime.bigint() - began) / 1_000_000n);

/** Holds what a run and an audit event hold. */
async function held<T>(work: () => Promise<T>): Promise<T> {
  return other.transaction(async (transaction) => {
    await lockHead(transaction);
    await writeAudit(transaction, { at: 0, actor: systemActor, action: 'run.started', subject_type: 'runs', subject_id: '1', changes: {} });
    return work();
  });
}

test('lists and probes answer at once; a sign-in waits and succeeds, and nothing is logged as an error', async () => {
  const operations = await desk.signIn('operations');
  let signedIn: Promise<unknown> = Promise.resolve();
  const slowest = await held(async () => {
    let worst = 0;
    signedIn = desk.signIn('compliance');
    for (let turn = 0; turn < 3; turn++) {
      for (const path of ['/api/imports', '/api/runs', '/api/commissions?filter={"run_day":"2026-01-05"}', '/api/session', '/readyz', '/healthz']) {
        const began = process.hrtime.bigint();
        const { status } = await operations.agent.get(path);
        expect([path, status]).toEqual([path, 200]);
        worst = Math.max(worst, msSince(began));
      }
    }
    return worst;
  });
  expect(slowest).toBeLessThan(1_000);
  await signedIn;
  expect(desk.logged()).not.toContain('"level":50');
});

test('a session that is to be noted as used answers too', async () => {
  const operations = await desk.signIn('operations');
  desk.pass(TWO_MINUTES);
  const began = process.hrtime.bigint();
  const status = await held(async () => {
    const asked = operations.agent.get('/api/imports').then((answer) => answer.status);
    const late = new Promise<number>((resolve) => { setTimeout(() => resolve(-1), 2_000); });
    return Promise.race([asked, late]);
  });
  expect(status).toBe(200);
  expect(msSince(began)).toBeLessThan(2_000);
  expect(await row(desk.context.database.read, 'SELECT 1 AS yes FROM sessions')).toEqual({ yes: 1 });
});
