import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseListQuery } from '../../server/lists/parse.ts';
import { fieldsOf, may, policyOf, resources, roles, type Resource, type Role } from '../../server/policy/contract.ts';
import { Refusal } from '../../server/refusal.ts';
import { row } from '../../db/statement.ts';
import { playOnProduct } from '../engine/play.ts';
import { account, activates, story } from '../worlds/story.ts';
import { openConsole, type Person, type TestConsole } from '../api/console.ts';
import { seedWorld } from '../api/lists-world.ts';

/** ATTACKS, "Breaking the query". */

let desk: TestConsole;
const people = {} as Record<Role, Person>;

beforeAll(async () => {
  desk = await openConsole();
  await seedWorld(desk);
  for (const role of roles) people[role] = await desk.signIn(role);
});
afterAll(() => desk.close());

const lists = resources.filter((resource) => policyOf(resource).verbs.read);
const readerOf = (resource: Resource): Role => roles.find((role) => may(role, resource, 'read')) as Role;

function get(path: string, query: Record<string, string> | string = {}, role: Role = 'operations') {
  return people[role].agent.get(path).query(query);
}

const sorts = [
  '[{"column":"id","nulls":"last,(select password_hash from staff)"}]', '[{"column":"id","order":"asc","nulls":"first"},"ASC"]', '["id","asc; drop"]',
  '["id","ASC; drop table staff"]', '["id","ASC NULLS LAST"]', '["id","desc"]', '["id",{"toString":"ASC"}]', '["id",["ASC"]]', '[["id"],"ASC"]',
  '["id","ASC",{"nulls":"x"}]', '["id\\u0000","ASC"]', '["1","ASC"]', '[1,"ASC"]', '["(select 1)","ASC"]', '["id ASC, email","ASC"]', '["-id","ASC"]',
  '{"0":"id","1":"ASC","length":2}', '"id"', '[]', 'true', '["","ASC"]', '["__proto__","ASC"]', '["constructor","ASC"]', '["hasOwnProperty","ASC"]',
  '["id","__proto__"]', '["?","ASC"]', '["??","ASC"]', '[":at","ASC"]', '["Id","ASC"]', '["id ","ASC"]', '["ıd","ASC"]',
];

const ranges = [
  '[0,1000000]', '[0,1000]', '[-5,-1]', '[5,1]', '["a",1]', '["0","1"]', '[0,1e309]', '[0,-1]', '[0,NaN]', '[0,Infinity]', '[0.5,1]', '[0,1,2]',
  '[[0],1]', '[null,1]', '[0,null]', '[true,1]', '{"0":0,"1":1}', '0-24', '', ' ', '[', '[9007199254740992,9007199254740993]', '[1e15,1e15]',
  '[0,{"valueOf":1}]', '[-0.0001,1]',
];

/** A few of many, others for each list: all of them are asked, each of several lists. */
function someOf(all: string[], resource: Resource, count: number): string[] {
  const from = lists.indexOf(resource) * count;
  return Array.from({ length: count }, (_, n) => all[(from + n) % all.length] as string);
}

/** The field that the parser of all lists names as it refuses a question. */
function refusedField(question: Record<string, string>, resource: Resource, role: Role): unknown {
  try {
    return parseListQuery(question, resource, role);
  } catch (error) {
    return error instanceof Refusal && error.code === 'bad_request' ? error.details.field : error;
  }
}

/** The parser of all of them is asked everything, each of them over HTTP a part. */
describe.each(lists)('%s', (resource) => {
  const role = readerOf(resource);

  it('line 6: sorts by nothing but a field and a direction', async () => {
    for (const sort of sorts) expect(refusedField({ sort }, resource, role), sort).toEqual(expect.any(String));
    for (const sort of someOf(sorts, resource, 5)) {
      const { status, text } = await get(`/api/${resource}`, { sort }, role);
      expect(status, `${sort} ${text}`).toBe(400);
      expect(text).not.toMatch(/syntax|sqlite|order by/i);
      const csv = await get(`/api/${resource}.csv`, { sort }, role);
      expect([400, 403, 404], sort).toContain(csv.status);
    }
  });

  it('line 7: takes no range but one of two positions', async () => {
    for (const range of ranges) expect(refusedField({ range }, resource, role), range).toBe('range');
    for (const range of someOf(ranges, resource, 5)) {
      const { status, body } = await get(`/api/${resource}`, { range }, role);
      expect([status, body.error?.details.field], range).toEqual([400, 'range']);
    }
  });

  it('line 7: a far page is empty, at once, and keeps its total', async () => {
    for (const range of ['[999999999,999999999]', '[1000000,1000999]', '[0,0]']) {
      const { status, headers } = await get(`/api/${resource}`, { range }, role);
      expect(status).toBe(200);
      expect(headers['content-range']).toMatch(new RegExp(`^${resource} `));
    }
  });
});

describe('line 8: questions of great size', () => {
  const many = (count: number): string => JSON.stringify({ id: Array.from({ length: count }, (_, n) => String(n)) });

  it.each(lists)('%s: 1,000 ids are answered, 1,001 and 70,000 refused', async (resource) => {
    const role = readerOf(resource);
    expect((await get(`/api/${resource}`, { filter: many(1000) }, role)).status).toBe(200);
    expect((await get(`/api/${resource}`, { filter: many(1001) }, role)).status).toBe(400);
  });

  it.each<[string, string]>([
    ['70,000 ids', many(70_000)],
    ['1,500 nested groups', `{"uid":${'{"$or":['.repeat(1500)}1${']}'.repeat(1500)}}`],
    ['50,000 brackets', `{"uid":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
    ['10,000 fields', JSON.stringify(Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`f${n}`, 1])))],
    ['a search word of 60 kB', JSON.stringify({ q: 'x'.repeat(60_000) })],
    ['a value of 60 kB', JSON.stringify({ uid: 'x'.repeat(60_000) })],
    ['a name of 60 kB', JSON.stringify({ ['x'.repeat(60_000)]: 1 })],
    ['a NUL', '{"uid":"a\\u0000"}'], ['a NUL in a search word', '{"q":"\\u0000"}'],
    ['a NUL in a name', '{"uid\\u0000":"a"}'], ['a NUL among values', '{"uid":["a","\\u0000"]}'],
  ])('%s', { timeout: 10_000 }, async (_, filter) => {
    const { status, text } = await answered('/api/affiliates', filter);
    expect([400, 413, 414, 431]).toContain(status);
    expect(text.length).toBeLessThan(2_000);
  });

  async function answered(path: string, filter: string): Promise<{ status: number; text: string }> {
    try {
      return await get(path, { filter });
    } catch {
      // The line was longer than Node takes: it hung up.
      return { status: 431, text: '' };
    }
  }

  it.each([
    '%00', '%2500', 'https%3A%2F%2Fx.test%2F%3Fref%3D%2500', '%3Fref%3Da%2500b', '%3Fref%3D%25EF%25BF%25BF', '%ff', '%c0%80', '%3Fref%3D%ED%A0%80',
    '%3Fref%3D%', '%3F', '%3Fref', '%3Fref%3D%26ref%3Dx', '%23999999999999999', '%2399999999999999999999', '%F0%9F%98%80',
  ])('the search box with q=%s', async (q) => {
    const { status, body } = await get('/api/search', `q=${q}`);
    expect([200, 400], JSON.stringify(body)).toContain(status);
  });

  it('half a character, and characters beyond the first plane', async () => {
    for (const uid of ['\\ud800', '\\udfff', '\\ud83d\\ude00', '\\uffff', '\\ufeff']) {
      const { status } = await get('/api/affiliates', { filter: `{"uid":"${uid}","q":"${uid}"}` });
      expect([200, 400], uid).toContain(status);
    }
  });
});

describe('line 9: empty lists and odd ids', () => {
  it.each(lists)('%s: an any-of of nothing matches nothing, whatever the field', async (resource) => {
    const role = readerOf(resource);
    for (const name of Object.keys(fieldsOf(role, resource).filterable)) {
      const { status, body, headers } = await get(`/api/${resource}`, { filter: JSON.stringify({ [name]: [] }) }, role);
      if (status === 400) expect(body.error.code, name).toBe('needs_bound');
      else expect([status, body, headers['content-range']], name).toEqual([200, [], `${resource} */0`]);
    }
  });

  it('an any-of of null alone, of many nulls, or of an unknown value is no way round', async () => {
    for (const filter of ['{"uid":[null]}', '{"uid":null}', '{"id":[null,null]}', '{"uid":["nobody"]}', '{"uid":""}', '{"uid":[""]}']) {
      const { status, body } = await get('/api/affiliates', { filter });
      expect([status, body], filter).toEqual([200, []]);
    }
  });

  // What is alike stands in three neighbours, of which each list is asked for one.
  const oddIds = [
    'abc%21', '*', '_', '01', '1.0', '1e3', '+1', '-1', '0x1', '%20', '1%20', '%25', '99999999999999', '9007199254740993', '99999999999999999999999',
    'null', 'undefined', 'NaN', '%5B1%5D', '%7B%7D', '1%2C2', "1'%20OR%20'1'='1", '1;DROP', '%EF%BC%91', '..', '..%2F..%2Fstaff', '%2e%2e',
    'x'.repeat(5_000), '__proto__', 'constructor',
  ];

  it.each(lists)('%s: an id that can be none is 404', async (resource) => {
    const role = readerOf(resource);
    for (const id of oddIds.filter((_, n) => (n + lists.indexOf(resource)) % 3 === 0)) {
      const { status, text } = await get(`/api/${resource}/${id}`, {}, role);
      // `..` is the list itself by the rules of URLs.
      expect(id === '..' || id === '%2e%2e' ? [200, 401, 404] : [404], `${id} ${text.slice(0, 200)}`).toContain(status);
    }
    for (const id of ['%00', '1%00', '%E0%A4%A', '%']) {
      const { status } = await get(`/api/${resource}/${id}`, {}, role);
      expect([400, 404], id).toContain(status);
    }
  });
});

describe('line 10: prototypes', () => {
  it.each([
    '{"__proto__":{"role":"admin"}}', '{"constructor":{"prototype":{"role":"admin"}}}', '{"__proto__":[]}', '{"__proto__":null}',
    '{"uid":{"__proto__":{"x":1}}}', '{"__proto___gte":1}', '{"toString":"x"}', '{"valueOf_gte":"x"}', '{"hasOwnProperty":["x"]}',
  ])('in a filter: %s', async (filter) => {
    for (const resource of lists) {
      const { status } = await get(`/api/${resource}`, { filter }, readerOf(resource));
      expect(status).toBe(400);
    }
    expect(({} as { role?: string }).role).toBeUndefined();
  });

  it.each([
    '{"__proto__":{"role":"admin"},"comment":"long enough to pass"}', '{"comment":"long enough to pass","constructor":{"prototype":{"x":1}}}',
    '{"ids":[{"__proto__":{"x":1}}],"comment":"long enough to pass"}', '{"comment":{"__proto__":{"x":1}}}',
  ])('in a body: %s', async (body) => {
    const { agent, csrfToken } = people.operations;
    for (const path of ['/api/tier-reviews/1/approve', '/api/tier-reviews/approve', '/api/runs', '/api/session/password']) {
      const { status } = await agent.post(path).set('X-CSRF-Token', csrfToken).set('Content-Type', 'application/json').send(body);
      expect(status).toBe(400);
    }
    expect(({} as { x?: number; role?: string }).x).toBeUndefined();
  });

  it('in a path', async () => {
    const names = ['__proto__', '__proto__.csv', 'constructor.csv', 'toString.csv', 'hasOwnProperty', '__proto__/1', 'constructor/1/approve'];
    for (const path of names.map((name) => `/api/${name}`)) {
      expect((await get(path)).status, path).toBe(404);
      expect((await people.operations.post(path)).status, path).toBe(404);
    }
  });
});

describe('line 11: a stored value that becomes part of a question later', () => {
  const codes = [
    "x'); DROP TABLE accounts;--", '<img src=x onerror=alert(1)>', '${7*7}', '{{7*7}}', "' OR 1=1 --", '%', '_', '\\', '"', '?', ':at', ':key',
    '::text', "\\'; --", '=1+1',
  ];

  it('a referral code, a name and an address of that kind are refused as such or kept as they are', async () => {
    const { database } = desk.context;
    const script = story(...codes.flatMap((code, n) => [
      account(`second-${n}`, { referral_code: code, name: code, email: `${code}@people.example`, on: '2026-01-01' }),
      activates(`second-${n}`, 'referral', '2026-01-02'),
      account(`third-${n}`, { inviter_code: code, inviter_channel: 'link', inviter_campaign: code, on: '2026-01-03' }),
    ]));
    await playOnProduct(database, script);
    expect((await row<{ n: number }>(database.read, 'SELECT count(*) AS n FROM accounts'))?.n).toBeGreaterThan(40);
    for (const code of codes) {
      const filter = JSON.stringify({ referral_code: code });
      const list = await get('/api/affiliates', { filter });
      expect(list.status, code).toBe(200);
      for (const one of list.body) expect(one.referral_code).toBe(code);
      const search = await get('/api/search', { q: code });
      expect(search.status).toBe(200);
      for (const { href } of search.body.results) expect(href).toMatch(/^\/(affiliates|commissions|explain)\/[\w.%:/-]+$/);
    }
    const all = await get('/api/affiliates', { range: '[0,999]' });
    for (const one of all.body as { uid: string; links: { current: string; legacy: string } | null }[]) {
      const path = `/api/affiliates/${encodeURIComponent(one.uid)}`;
      for (const page of [path, `${path}/timeline`]) expect((await get(page)).status, page).toBe(200);
      for (const link of Object.values(one.links ?? {})) {
        expect(new URL(link).protocol).toBe('https:');
        expect(link).not.toMatch(/[<>"\s]/);
      }
    }
    for (const path of ['/api/affiliates.csv', '/api/referrals.csv']) expect((await get(path)).status, path).toBe(200);
  });
});
