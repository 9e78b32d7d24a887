/** What waits for oneself: the queues without what one has asked for (every request takes a second person). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person, TestConsole } from './console.ts';
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
