/** What waits for oneself: the queues without what one has asked for (every request takes a second person). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mineToDecide, queues } from '../../server/live/contract.ts';
import { roles, type Role } from '../../server/policy/contract.ts';
import { judgeStep, machines, type Step } from '../../server/transitions/contract.ts';
import type { Person, TestConsole } from './console.ts';
import { atWork, comment, makeOf, openFloor, personOf, putInto, type Floor } from './machines.ts';
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

describe('what the table of transitions does not tell', () => {
  let floor: Floor;
  beforeAll(async () => {
    floor = await openFloor();
  });
  afterAll(() => floor.desk.close());

  /** The ids in the list, which the menu and the first screen count. */
  async function waitsFor(queue: 'status-changes' | 'staff-changes', role: Role): Promise<string[]> {
    const person = await personOf(floor, role);
    const ids = (await listOf<{ id: string }>(person, queue, mineToDecide(queue, { role, name: floor.owners[role].name })!)).map(({ id }) => id);
    const [live, home] = [(await person.agent.get('/api/live')).body, (await person.agent.get('/api/home')).body];
    expect([live.queues[queue], home.requests[queue].mine], `${role}: menu, first screen`).toEqual([ids.length, ids.length]);
    return ids;
  }

  async function asks(role: Role, kind: 'restrict' | 'lift'): Promise<string> {
    const answer = await (await personOf(floor, role)).post('/api/status-changes', { affiliate_uid: 'ada', kind, reason_code: 'user_request', text: comment });
    expect(answer.status, answer.text).toBe(201);
    return answer.body.id as string;
  }

  async function approves(role: Role, id: string): Promise<number> {
    const person = await personOf(floor, role);
    const preview = (await person.agent.get(`/api/status-changes/${id}/preview`)).body.version as string;
    return (await person.post(`/api/status-changes/${id}/approve`, { comment, preview })).status;
  }

  it('a lift of what compliance asked for waits for compliance alone (CONTRACT 3)', async () => {
    expect(await approves('compliance', await asks('operations', 'restrict'))).toBe(200);
    const plain = await asks('support', 'lift');
    expect([await waitsFor('status-changes', 'operations'), await waitsFor('status-changes', 'compliance')]).toEqual([[plain], [plain]]);
    expect(await approves('operations', plain)).toBe(200);
    expect(await approves('operations', await asks('compliance', 'restrict'))).toBe(200);
    const strict = await asks('support', 'lift');
    expect([await waitsFor('status-changes', 'operations'), await waitsFor('status-changes', 'compliance')]).toEqual([[], [strict]]);
    const operations = await personOf(floor, 'operations');
    const lifting = async (lifts_compliances: unknown) =>
      (await listOf<{ id: string; lifts_compliances: boolean }>(operations, 'status-changes', { lifts_compliances })).map((row) => [row.id, row.lifts_compliances]);
    expect(await lifting(true)).toEqual([[strict, true]]);
    expect(await lifting([true, false])).toHaveLength(4);
    expect([await lifting([]), await lifting(null)]).toEqual([[], []]);
    expect(await approves('operations', strict)).toBe(403);
    expect(await approves('compliance', strict)).toBe(200);
    expect(await lifting(true)).toEqual([]);
  });

  it('a change among the staff waits for nobody whom it is about', async () => {
    const admin = await personOf(floor, 'admin');
    const compliance = await personOf(floor, 'compliance');
    const { staff_id } = floor.owners.compliance;
    const asked = await admin.post('/api/staff-changes', { kind: 'role', staff_id: String(staff_id), role: 'support' });
    expect(asked.status, asked.text).toBe(201);
    expect(await waitsFor('staff-changes', 'compliance')).toEqual([]);
    expect((await compliance.post(`/api/staff-changes/${asked.body.id}/approve`, { comment })).body.error.code).toBe('own_account');
    expect(await listOf(compliance, 'staff-changes', { not_about: [] })).toEqual([]);
    expect(await listOf(compliance, 'staff-changes', { not_about: null })).toEqual([]);
    expect(await listOf(compliance, 'staff-changes', { not_about: 'compliance2@demo.test' })).toHaveLength(1);
  });
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
