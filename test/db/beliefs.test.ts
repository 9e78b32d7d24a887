/** Beliefs as they are stored: every revision can be asked what it held to be true (DESIGN 3). */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute, rows } from '../../db/statement.ts';
import { applyState, loadStates, saveStates } from '../../server/accounts/states.ts';
import { nextRevision } from '../../server/engine/head.ts';
import { openTestDatabase, type TestDatabase } from '../database.ts';

let db: TestDatabase;
let accounts = 0;
beforeAll(async () => { db = await openTestDatabase(); });
afterAll(() => db.close());

interface Told { at: number; value: string }
const LAST = 8;
const batch = fc.array(fc.record({ at: fc.integer({ min: 0, max: LAST }), value: fc.constantFrom('0', '1', '2') }), { minLength: 1, maxLength: 4 });

function naively(facts: Told[], at: number): string[] {
  let best: Told | null = null;
  for (const fact of facts) if (fact.at <= at && (best === null || fact.at >= best.at)) best = fact;
  return best ? [best.value] : [];
}

/** Stores a batch as the feeds do; answers its revision. */
function learn(accountId: number, facts: Told[]): Promise<number> {
  return db.database.transaction(async (transaction) => {
    const revision = await nextRevision(transaction, 0, 'test');
    const book = await loadStates(transaction, [accountId]);
    for (const { at, value } of facts) applyState(book, { account_id: accountId, field: 'vip_level', value, at, cause: 'test' });
    await saveStates(transaction, book, revision);
    return revision;
  });
}

async function newAccount(): Promise<number> {
  accounts += 1;
  await db.database.transaction((transaction) => execute(
    transaction,
    `INSERT INTO accounts (id, uid, registered_at, country, account_type, kyc_level, vip_level, import_id) VALUES (:id, :uid, 0, 'US', 'normal', 'none', 0, 0)`,
    { id: accounts, uid: `u${accounts}` },
  ));
  return accounts;
}

test('known_from and known_to reconstruct every earlier belief about every instant', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 4 }), async (batches) => {
      const accountId = await newAccount();
      const revisions: number[] = [];
      for (const facts of batches) revisions.push(await learn(accountId, facts));
      const spans = await rows<{ value: string; from_at: number; to_at: number; known_from: number; known_to: number }>(
        db.database.read, 'SELECT value, from_at, to_at, known_from, known_to FROM account_states WHERE account_id = :accountId', { accountId },
      );
      revisions.forEach((revision, index) => {
        const known = batches.slice(0, index + 1).flat();
        for (let at = 0; at <= LAST; at++) {
          const believed = spans.filter((one) => one.known_from <= revision && revision < one.known_to && one.from_at <= at && at < one.to_at);
          expect(believed.map((one) => one.value)).toEqual(naively(known, at));
        }
      });
    }),
    { numRuns: 25 },
  );
});
