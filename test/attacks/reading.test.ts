import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import request from 'supertest';
import { rows } from '../../db/statement.ts';
import { parseListQuery } from '../../server/lists/parse.ts';
import { fieldsOf, may, policyOf, resources, roles, type Resource, type Role } from '../../server/policy/contract.ts';
import { Refusal } from '../../server/refusal.ts';
import { openConsole, type Person, type TestConsole } from '../api/console.ts';
import { seedWorld } from '../api/lists-world.ts';

/** ATTACKS, "Reading what you may not". */

let desk: TestConsole;
const people = {} as Record<Role, Person>;

beforeAll(async () => {
  desk = await openConsole();
  await seedWorld(desk);
  for (const role of roles) people[role] = await desk.signIn(role);
});
afterAll(() => desk.close());

const lists = resources.filter((resource) => policyOf(resource).verbs.read);
const secrets = ['password_hash', 'setup_token_hash', 'session_epoch', 'sid', 'csrf_token'];

/** A page and everything beside it by which a value could be told. */
async function asked(role: Role, path: string, query: Record<string, string>): Promise<[number, string | undefined, string]> {
  const { status, headers, text } = await people[role].agent.get(path).query(query);
  return [status, headers['content-range'] as string | undefined, text];
}

type Question = Record<string, string>;
type Way = (name: string) => Question;
const filterBy = (name: string, value: unknown): Question => ({ filter: JSON.stringify({ [name]: value }) });
const sortBy = (...sort: unknown[]): Question => ({ sort: JSON.stringify(sort) });

/** A name that a list let through by mistake would be equal to something, and have an order. */
const equal: Way = (name) => filterBy(name, 'a');
const ordered: Way = (name) => sortBy(name, 'ASC');
const otherWays: Way[] = [
  (name) => sortBy(name, 'DESC'), ...[['a', 'b'], null, []].map((value): Way => (name) => filterBy(name, value)),
  ...['_gte', '_gt', '_lte', '_lt', '_like', '_q', '_ne', '_contains'].map((operator): Way => (name) => filterBy(name + operator, 'a')),
];

/** The code by which the parser of all lists and exports refuses a question. */
function refusalOf(question: Question, resource: Resource, role: Role): string {
  try {
    parseListQuery(question, resource, role);
    return 'let through';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
}

/** The parser is asked everything. Over HTTP each hidden name is asked as equal and in order, and in one of the other ways in turn. */
describe.each(roles)('line 1: %s asks by a field that it may not read', (role) => {
  it.each(lists.filter((resource) => may(role, resource, 'read')))('of %s', async (resource) => {
    const { readable, masked } = fieldsOf(role, resource);
    const hidden = [...Object.keys(policyOf(resource).fields).filter((name) => !readable.includes(name)), ...masked, ...secrets];
    const questions = hidden.flatMap((name, n) => {
      for (const way of [equal, ordered, ...otherWays]) expect(refusalOf(way(name), resource, role), JSON.stringify(way(name))).toBe('bad_request');
      const turn = lists.indexOf(resource) + n;
      const other = otherWays[turn % otherWays.length] as Way;
      const [list, csv] = [`/api/${resource}`, `/api/${resource}.csv`];
      const overHttp: [string, Way][] = [[list, equal], [list, ordered], [list, other], [csv, turn % 2 ? equal : ordered], [csv, other]];
      return overHttp.map(([path, way]) => [path, way(name)] as const);
    });
    // At once: each alone would wait for its answer most of the time.
    await Promise.all(questions.map(async ([path, question]) => {
      const [status, range] = await asked(role, path, question);
      expect([400, 403, 404], `${path} ${JSON.stringify(question)}`).toContain(status);
      expect(range).toBeUndefined();
    }));
  });
});

it('line 1: the answer to a forbidden question is the same whether the value is right, nearly right or wrong', async () => {
  const values = ['b-3@people.example', 'b-3@people.exampl', 'i-1-1@people.example', 'x', ''];
  for (const role of ['support', 'admin'] as const) {
    for (const [resource, field] of [['affiliates', 'email'], ['affiliates', 'name'], ['referrals', 'email']] as const) {
      const answers = await Promise.all(values.map(async (value) => JSON.stringify(await asked(role, `/api/${resource}`, filterBy(field, value)))));
      expect(new Set(answers).size, `${role} ${resource} ${field}`).toBe(1);
    }
  }
});

it('line 1: q does not look where the role does not see: an address that exists and one that does not give the same', async () => {
  const words = ['b-3@people.example', 'i-2-3@people.example', 'b-3@people', 'nobody@people.example', 'Person b-3', 'people.example', '%', '_'];
  for (const role of ['support', 'admin'] as const) {
    for (const resource of ['affiliates', 'referrals'] as const) {
      const answers = await Promise.all(words.map(async (q) => {
        const [status, range, text] = await asked(role, `/api/${resource}`, filterBy('q', q));
        return `${status} ${range} ${text}`;
      }));
      expect(new Set(answers), `${role} ${resource}`).toEqual(new Set([`200 ${resource} */0 []`]));
    }
  }
});

it('line 1: nor does the search of the staff look at hashes, for the administrator', async () => {
  for (const q of ['argon2id', '$argon2id$v=19', 'm=19456']) {
    expect(await asked('admin', '/api/staff', filterBy('q', q))).toEqual([200, 'staff */0', '[]']);
  }
});

const dotted = [
  'staff.password_hash', 's.password_hash', 'staff[password_hash]', 'staff->password_hash', '"staff"."password_hash"', '`password_hash`', 's."email"',
  'i.email', 'a.id', 'account_identities.email', 'email::text', 'lower(email)', 'email AS uid', '$.email', 'inviter.email', 'id,email', 'uid/*',
  'uid--', '*', 'list_id', 'rowid', 'oid', 'ctid', 'account_id', 'bound_before', 'checks_text', 'bytes_read',
];
const odd: Way[] = [
  (name) => filterBy(name, 'x'), (name) => filterBy(`${name}_gte`, 'a'), (name) => filterBy(name, { [name]: 'x' }),
  (name) => sortBy(name, 'ASC'), (name) => sortBy([name], 'ASC'), (name) => sortBy({ column: name }, 'ASC'),
];

/** The parser is asked everything, over HTTP each name of each list in two ways in turn: each name in every way. */
const someLists = ['affiliates', 'referrals', 'commissions', 'staff', 'audit-events'] as const;
describe.each(someLists)('line 2: dotted, aliased and hidden names of %s', (resource) => {
  it.each(dotted.map((name, n) => [name, n] as const))('%s', async (name, n) => {
    const role = roles.find((one) => may(one, resource, 'read')) as Role;
    for (const way of odd) expect(refusalOf(way(name), resource, role), JSON.stringify(way(name))).toBe('bad_request');
    const turn = lists.indexOf(resource) + n;
    for (const way of [odd[turn % 3], odd[3 + (turn % 3)]] as Way[]) {
      const [status, range, text] = await asked(role, `/api/${resource}`, way(name));
      expect(status, text).toBe(400);
      expect(text).not.toMatch(/select|syntax|column|sqlite|pg_|relation/i);
      expect(range).toBeUndefined();
    }
  });
});

describe('line 2: further parameters', () => {
  it.each([
    'fields', 'select', 'include', 'populate', 'embed', 'expand', '_embed', 'columns', 'group', 'aggregate', 'distinct', 'limit', 'offset', 'page',
    'where', 'order', 'filter[email]', 'filter.email', 'sort[0]', '__proto__', 'constructor', 'role',
  ])('%s is none', async (name) => {
    expect((await people.support.agent.get(`/api/affiliates?${encodeURIComponent(name)}=email`)).status).toBe(400);
  });
});

describe('line 3: many by id, or through what is related', () => {
  it('gives no row of a resource that the role may not read', async () => {
    const ids = JSON.stringify({ id: ['1', '2', '3', '4', '5', '6'] });
    for (const role of roles) {
      for (const resource of lists.filter((one) => !may(role, one, 'read'))) {
        for (const path of [`/api/${resource}`, `/api/${resource}/1`, `/api/${resource}.csv`]) {
          const [status, range, text] = await asked(role, path, { filter: ids });
          expect([status, range], `${role} ${path}`).toEqual([403, undefined]);
          expect(text).not.toContain('demo.test');
        }
      }
    }
  });

  it('refuses before it looks: what exists and what does not are answered alike', async () => {
    const answers = await Promise.all(['1', '999999', 'abc', '__proto__'].map(async (id) => {
      const { status, body } = await people.support.agent.get(`/api/staff/${encodeURIComponent(id)}`);
      return JSON.stringify([status, body.error.code, body.error.message]);
    }));
    expect(new Set(answers).size).toBe(1);
  });

  it('shows the same masked row by list, by id, by many ids and as of another time', async () => {
    for (const role of ['support', 'admin'] as const) {
      const paths: [string, Record<string, string>][] = [
        ['/api/affiliates', filterBy('uid', 'b-3')], ['/api/affiliates', filterBy('id', ['b-3', 'a-1'])], ['/api/affiliates', filterBy('q', 'b-3')],
        ['/api/affiliates/b-3', {}], ['/api/affiliates/b-3', { as_of: '2026-02-25T00:00:00Z' }],
        ['/api/affiliates', { as_of: '2026-02-25T00:00:00Z' }], ['/api/affiliates/b-3/timeline', {}],
        ['/api/referrals', filterBy('inviter_uid', 'b-3')], ['/api/referrals/i-2-1', {}],
        ['/api/commissions', filterBy('inviter_uid', 'b-3')], ['/api/trades/t-1/explain', {}], ['/api/commissions/1/explain', {}],
        ['/api/tier-reviews', {}], ['/api/evaluations', {}], ['/api/runs', {}], ['/api/home', {}], ['/api/search', { q: 'b-3' }],
      ];
      for (const [path, query] of paths) {
        const [status, , text] = await asked(role, path, query);
        expect([200, 403, 404], path).toContain(status);
        expect(text, `${role} ${path}`).not.toMatch(/people\.example|Person b-3|HYPERLINK/);
      }
    }
  });
});

describe('line 4: secrets in history', () => {
  it('no audit row, log line or export holds a hash, a token, or personal data', async () => {
    await people.operations.agent.get('/api/affiliates.csv').query({ filter: '{"q":"b-3@people.example"}' });
    await people.operations.agent.get('/api/affiliates').query({ filter: '{"q":"b-3@people.example"}' });
    await people.support.agent.get('/api/search').query({ q: 'b-3@people.example' });
    await people.support.post('/api/reveals', { resource: 'affiliates', id: 'b-3', fields: ['email', 'name'], reason: 'ticket 1: the user asked' });
    await request(desk.app).post('/api/session').send({ email: 'operations@demo.test', password: 'typed-by-mistake-1' });
    await request(desk.app).post('/api/session').send({ email: 'my-password-in-the-wrong-field', password: 'x' });
    const events = await rows<{ text: string }>(
      desk.context.database.read,
      `SELECT actor || ' ' || subject_id || ' ' || changes || ' ' || COALESCE(reason, '') AS text FROM audit_events`,
    );
    expect(events.length).toBeGreaterThan(8);
    const [, , list] = await asked('compliance', '/api/audit-events', { range: '[0,999]' });
    const [, , csv] = await asked('compliance', '/api/audit-events.csv', {});
    const found = [...events.map((event) => event.text), list, csv, desk.logged()].join('\n');
    const { csrfToken, cookie } = people.support;
    const typed = ['typed-by-mistake', 'wrong-field', 'demo-Password-1'];
    for (const secret of ['argon2', 'people.example', 'Person b-3', ...typed, csrfToken, cookie.slice(8)]) {
      expect(found, secret).not.toContain(secret);
    }
    expect(found).toContain('account.revealed');
  });

  it('no error repeats what was sent, nor the statement', async () => {
    const word = 'Z9-secret-word';
    for (const [path, query] of [
      ['/api/affiliates', filterBy('email', word)], ['/api/affiliates', { filter: `{"uid":"${word}` }], ['/api/affiliates', { range: word }],
      ['/api/commissions', filterBy('amount', word)], ['/api/affiliates', { as_of: word }], [`/api/commissions/${word}`, {}],
      [`/api/trades/${word}x/explain`, {}],
    ] as const) {
      const { status, body } = await people.support.agent.get(path).query(query);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(body.error.message).not.toContain(word);
      expect(JSON.stringify(body)).not.toMatch(/select |insert |from accounts/i);
    }
  });
});

describe('line 5: as support, page by page', () => {
  it('no list shows an address or a name, whatever it is sorted by', async () => {
    for (const resource of ['affiliates', 'referrals'] as const) {
      for (const field of fieldsOf('support', resource).sortable) {
        for (const direction of ['ASC', 'DESC']) {
          for (let first = 0; first < 45; first += 15) {
            const page = { ...sortBy(field, direction), range: JSON.stringify([first, first + 14]) };
            const { status, body, text } = await people.support.agent.get(`/api/${resource}`).query(page);
            expect(status).toBe(200);
            expect(text).not.toMatch(/people\.example|Person /);
            for (const row of body) expect([undefined, null, '•••']).toContain(row.email);
          }
        }
      }
    }
  });

  it('a mask is the same whatever stands behind it', async () => {
    const { body } = await people.support.agent.get('/api/affiliates').query({ range: '[0,99]' });
    const shown = (body as { email: string; name: string }[]).flatMap(({ email, name }) => [email, name]);
    expect(new Set(shown)).toEqual(new Set(['•••']));
  });

  it.each(resources)('%s.csv is not for support, nor for admin', async (resource) => {
    for (const role of ['support', 'admin'] as const) {
      for (const path of [`/api/${resource}.csv`, `/api/${resource}.CSV`, `/api/${resource}.csv/`]) {
        const { status, text } = await people[role].agent.get(path);
        expect([403, 404], `${role} ${path}`).toContain(status);
        expect(text).not.toMatch(/people\.example|Person /);
      }
    }
  });

  it('the search box finds only by a whole address, says no more than the uid, and each time leaves a trace', async () => {
    const traces = async (): Promise<number> =>
      (await people.compliance.agent.get('/api/audit-events').query(filterBy('action', 'account.searched_by_email'))).body.length;
    const before = await traces();
    const wrong = ['@people.example', '%@people.example', 'b-_@people.example', '*@people.example', 'B-3@people.example'];
    for (const q of ['b-3@people', 'b-3', ...wrong, 'Person b-3']) {
      const { text } = await people.support.agent.get('/api/search').query({ q });
      expect(text, q).not.toMatch(/people\.example|Person /);
      if (q.includes('@')) expect(text, q).toBe('{"results":[],"closed":[]}');
    }
    expect((await people.support.agent.get('/api/search').query({ q: 'b-3@people.example' })).body.results).toEqual([
      expect.objectContaining({ kind: 'account', id: 'b-3', href: '/affiliates/b-3/show' }),
    ]);
    expect((await traces()) - before).toBe(6);
  });

  it('what was answered is kept by no cache', async () => {
    for (const path of ['/api/affiliates', '/api/affiliates/b-3', '/api/search?q=b-3', '/api/session', '/api/staff']) {
      expect((await people.support.agent.get(path)).headers['cache-control'], path).toBe('no-store');
    }
  });
});
