/** What waits for oneself: the queues without what one has asked for (every request takes a second person). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mineToDecide, queues } from '../../server/live/contract.ts';
import { roles } from '../../server/policy/contract.ts';
import { judgeStep, machines, type Step } from '../../server/transitions/contract.ts';
import type { Person, TestConsole } from './console.ts';
import { atWork, makeOf, openFloor, personOf, putInto, type Floor } from './machines.ts';
import { listOf, openOverseen } from './overseen.ts';

let desk: TestConsole;
let compliance: Person;

beforeAll(async () => {
  desk = await openOverseen();
  compliance = await desk.signIn('compliance');
});
afterAll(() => desk.close());

interface Request {
  id: string;
  requested_by: string;
}

const listed = (resource: string, filter: object): Promise<Request[]> => listOf<Request>(compliance, resource, filter);

it.each(['status-changes', 'boosts', 'applications', 'content-reviews', 'reversals', 'corrections', 'campaign-versions', 'staff-changes'])(
  '%s: what another asked for, by whomever',
  async (resource) => {
    const all = await listed(resource, {});
    for (const who of new Set(['compliance@demo.test', ...all.map(({ requested_by }) => requested_by)])) {
      expect(await listed(resource, { not_requested_by: who }), who).toEqual(all.filter(({ requested_by }) => requested_by !== who));
      expect(await listed(resource, { not_requested_by: [who] }), who).toEqual(all.filter(({ requested_by }) => requested_by !== who));
    }
    expect(await listed(resource, { not_requested_by: [] })).toEqual([]);
    expect(await listed(resource, { not_requested_by: null })).toEqual([]);
    const compared = await compliance.agent.get(`/api/${resource}`).query({ filter: '{"not_requested_by_gt":"a"}' });
    expect([compared.status, compared.body.error.code]).toEqual([400, 'bad_request']);
  },
);

it('of status changes, only the kinds that the role approves (STA-8)', async () => {
  const kinds = (role: 'operations' | 'compliance') => mineToDecide('status-changes', { role, name: 'x' })?.['kind'];
  expect(kinds('operations')).toEqual(['account_type', 'restrict', 'freeze', 'lift', 'leave']);
  expect(kinds('compliance')).toEqual(['account_type', 'restrict', 'freeze', 'suspend', 'lift', 'leave', 'terminate']);
});

describe.each(queues)('%s', (queue) => {
  let floor: Floor;
  beforeAll(async () => {
    floor = await openFloor();
  });
  afterAll(() => floor.desk.close());

  it('waits for exactly those who may let it through, in the list and in the menu', async () => {
    const steps: readonly Step[] = machines[queue];
    const passing = steps.find(({ verb }) => verb === 'approve' || verb === 'release')!.verb;
    const states = [...new Set(steps.flatMap(({ from, to }) => [...from, to]))];
    for (const owner of atWork[queue].unasked ? (['other'] as const) : ([...roles, 'other'] as const)) {
      const id = await makeOf(floor, queue, floor.owners[owner]);
      for (const state of states) {
        await putInto(floor.desk, queue, id, state, floor.owners[owner]);
        for (const role of roles) {
          const person = await personOf(floor, role);
          const filter = mineToDecide(queue, { role, name: floor.owners[role].name });
          const mine = filter ? await listOf<{ id: string }>(person, queue, filter) : [];
          const judged = judgeStep(steps, passing, { role, own: owner === role, state });
          expect(mine.map((row) => row.id), `${role}, ${owner}’s, ${state}`).toEqual(typeof judged === 'string' ? [] : [String(id)]);
          expect((await person.agent.get('/api/live')).body.queues[queue]).toBe(filter ? mine.length : undefined);
        }
      }
    }
  });
});
