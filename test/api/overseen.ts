import { seedReference } from '../../seeds/reference/index.ts';
import { row } from '../../db/statement.ts';
import { playSmallWorld } from '../db/small-world.ts';
import type { Filling } from '../database.ts';
import { openConsole, staffOnly, type Person, type TestConsole } from './console.ts';

const smallWorld: Filling = {
  name: 'demo staff, reference, the small world',
  fill: async (database) => {
    await staffOnly.fill(database);
    await database.transaction((transaction) => seedReference(transaction, { now: () => 0 }));
    await playSmallWorld(database);
  },
};

/** The console over the small world, in which requests of every kind wait. */
export function openOverseen(env: Record<string, string> = {}): Promise<TestConsole> {
  return openConsole(env, undefined, smallWorld);
}

export const text = 'for a reason that is long enough';

/** The id of the one request of this table that waits. */
export async function pendingIn(desk: TestConsole, table: string): Promise<string> {
  const found = await row<{ id: number }>(desk.context.database.read, `SELECT id FROM ${table} WHERE state = 'pending' ORDER BY id LIMIT 1`);
  return String(found?.id);
}

/** What the API answers to a list, as text of JSON. */
export async function listOf<Row>(person: Person, resource: string, filter: object = {}): Promise<Row[]> {
  const answer = await person.agent.get(`/api/${resource}`).query({ filter: JSON.stringify(filter), range: '[0,999]' });
  if (answer.status !== 200) throw new Error(`${resource}: ${answer.status} ${answer.text}`);
  return answer.body as Row[];
}
