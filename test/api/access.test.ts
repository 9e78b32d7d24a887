import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldsOf, may, policyOf, resources, roles } from '../../server/policy/contract.ts';
import { openConsole, type Person, type TestConsole } from './console.ts';

let desk: TestConsole;
const people = new Map<string, Person>();

beforeAll(async () => {
  desk = await openConsole();
  for (const role of roles) people.set(role, await desk.signIn(role));
});
afterAll(() => desk.close());

const lists = resources.filter((resource) => policyOf(resource).verbs.read);

describe.each(roles)('%s', (role) => {
  const get = (path: string, query: object = {}) => (people.get(role) as Person).agent.get(path).query(query);

  it.each(lists)('reads %s as the policy says', async (resource) => {
    const answer = await get(`/api/${resource}`);
    expect(answer.status).toBe(may(role, resource, 'read') ? 200 : 403);
    if (answer.status === 200) {
      expect(answer.headers['content-range']).toMatch(new RegExp(`^${resource} `));
      for (const row of answer.body) expect(fieldsOf(role, resource).readable).toEqual(expect.arrayContaining(Object.keys(row)));
    }
    // By many ids, or by one, there is no other way in.
    expect((await get(`/api/${resource}`, { filter: '{"id":["1"]}' })).status).toBe(answer.status);
    expect((await get(`/api/${resource}/987654`)).status).toBe(answer.status === 200 ? 404 : 403);
  });

  it.each(lists)('is not let to ask %s about what it may not read, in list or export', async (resource) => {
    const hidden = ['password_hash', 'staff.password_hash', ...(['support', 'admin'].includes(role) ? policyOf(resource).personal : [])];
    for (const path of [`/api/${resource}`, `/api/${resource}.csv`]) {
      for (const name of hidden) {
        expect([400, 403, 404]).toContain((await get(path, { filter: JSON.stringify({ [name]: 'x' }) })).status);
        expect([400, 403, 404]).toContain((await get(path, { filter: JSON.stringify({ [`${name}_gte`]: 'x' }) })).status);
        expect([400, 403, 404]).toContain((await get(path, { sort: JSON.stringify([name, 'ASC']) })).status);
      }
    }
  });

  // The rejects of an import are downloaded per import, not as one list.
  it.each(lists.filter((resource) => resource !== 'import-rejects'))('exports %s as the policy says', async (resource) => {
    const { status } = await get(`/api/${resource}.csv`);
    // 400: a question that needs a bound first.
    if (may(role, resource, 'export')) expect([200, 400]).toContain(status);
    else expect(status).toBe(403);
  });
});
