import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldsOf, may, policyOf, resources, roles, type Resource, type Role } from '../../server/policy/contract.ts';
import { openConsole, type Person, type TestConsole } from '../api/console.ts';
import { seedWorld } from '../api/lists-world.ts';

/**
 * Random questions and bodies, half of them sound, of every role to every resource: no 5xx, no SQL in any answer, and no row
 * with a field that the role may not read. `FUZZ_RUNS` and `FUZZ_SEED` make it longer, or the same again.
 */

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 25);
const options = { numRuns: RUNS, ...(process.env['FUZZ_SEED'] ? { seed: Number(process.env['FUZZ_SEED']) } : {}) };

/** A resource's questions are shared out among the roles that may read it; who may not is refused before one is looked at. */
function questionsOf(role: Role, resource: Resource): number {
  const readers = roles.filter((one) => may(one, resource, 'read'));
  return readers.includes(role) ? Math.ceil(RUNS / readers.length) : 2;
}

let desk: TestConsole;
const people = {} as Record<Role, Person>;

beforeAll(async () => {
  desk = await openConsole();
  // Should a random body start a run, its process is to open this database.
  desk.context.settings.databaseUrl = desk.context.database.url;
  await seedWorld(desk);
  for (const role of roles) people[role] = await desk.signIn(role);
});
afterAll(() => desk.close());

const statement = /\b(SELECT|INSERT|UPDATE|DELETE)\b.{0,200}\b(FROM|INTO|SET|WHERE)\b/i;
const complaint = /SQLITE_|syntax error|violates|relation "|commission_records|account_identities|enrolment_periods/i;
const sql = new RegExp(`${statement.source}|${complaint.source}`, 'i');

const nasty = fc.constantFrom(
  '', ' ', 'abc', '1', '01', '-1', '0', '1.5', '1e3', '999999999999999', '99999999999999999999', '-999999999999999', '92233720367.99999999',
  '0.00000001', '-0', '2026-02-24T00:00:00.000Z', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '1969-12-31T23:59:59Z', '2026-02-24', '9998-12-31',
  '0001-01-01', '9999-12-31', '2026-01', '9998-12', '0001-01', "'; DROP TABLE staff; --", '%', '_', '\\', '?', ':at', '$1', '{{text}}', '\ud800',
  '😀', 'a-1', 'open', 'pending', 'operations', 't-17', 'USDT', '\u0000', '__proto__', '*', 'NULL', 'true',
);
const scalar: fc.Arbitrary<unknown> = fc.oneof(
  nasty, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.string({ maxLength: 20, unit: 'binary' }),
);
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: scalar }, { weight: 3, arbitrary: fc.array(scalar, { maxLength: 4 }) },
  fc.object({ maxDepth: 2, maxKeys: 3 }), fc.array(fc.array(scalar, { maxLength: 2 }), { maxLength: 2 }),
);
const json: fc.Arbitrary<string> = value.map((one) => JSON.stringify(one) ?? '');

/** Names that exist, for this role or another, and names that do not. */
function names(resource: Resource, role: Role): fc.Arbitrary<string> {
  const access = fieldsOf(role, resource);
  const known = [...Object.keys(access.filterable), ...access.sortable, 'id'];
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...known) },
    { weight: 1, arbitrary: fc.constantFrom(...Object.keys(policyOf(resource).fields)) },
    { weight: 1, arbitrary: fc.constantFrom('q', 'password_hash', 'staff.email', 'id"', '__proto__', 'constructor', 'email', 'name') },
    { weight: 1, arbitrary: fc.string({ maxLength: 10 }) },
  );
}

function question(resource: Resource, role: Role): fc.Arbitrary<Record<string, string>> {
  const name = names(resource, role);
  const operator = fc.constantFrom('', '', '', '_gte', '_gt', '_lte', '_lt', '_x');
  const condition = fc.tuple(name, operator, value).map(([field, suffix, asked]) => [field + suffix, asked] as const);
  const sort = fc.tuple(name, fc.constantFrom('ASC', 'DESC')).map((pair) => JSON.stringify(pair));
  const position = fc.oneof(fc.integer({ min: 0, max: 400 }), fc.constantFrom(5_001, 999_999_999, -1, 1e20));
  const range = fc.tuple(position, fc.integer({ min: 0, max: 60 })).map(([from, more]) => JSON.stringify([from, from + more]));
  return fc.record({
    filter: fc.array(condition, { maxLength: 4 }).map((list) => JSON.stringify(Object.fromEntries(list))),
    sort: fc.oneof({ weight: 4, arbitrary: sort }, json),
    range: fc.oneof({ weight: 4, arbitrary: range }, json),
    as_of: nasty,
  }, { requiredKeys: [] });
}

function fits(role: Role, resource: Resource, answer: { status: number; text: string; body: unknown }, asked: unknown): void {
  const told = `${role} ${resource} ${JSON.stringify(asked)} → ${answer.status} ${answer.text.slice(0, 300)}`;
  expect(answer.status, told).toBeLessThan(500);
  // What was asked for is named shortened; a statement of ours would name tables.
  if (answer.status >= 400) expect(answer.text.replace(/DROP TABLE staff/g, ''), told).not.toMatch(sql);
  if (answer.status !== 200) return;
  const { readable, masked } = fieldsOf(role, resource);
  const list = (Array.isArray(answer.body) ? answer.body : [answer.body]) as Record<string, unknown>[];
  for (const one of list) {
    for (const name of Object.keys(one)) if (!beside.includes(name)) expect(readable, told).toContain(name);
    for (const name of masked) expect([undefined, null, '•••'], told).toContain(one[name]);
  }
  if (role === 'support' || role === 'admin') expect(answer.text, told).not.toContain('people.example');
}

/** What one affiliate's page shows beside its row. */
const beside = ['vip_level', 'ratios', 'totals', 'as_known_then'];

describe.each(roles)('lines 1, 6 to 10, as %s', (role) => {
  it.each(resources)('random questions about %s', async (resource) => {
    const count = questionsOf(role, resource);
    await fc.assert(fc.asyncProperty(question(resource, role), async (asked) => {
      fits(role, resource, await people[role].agent.get(`/api/${resource}`).query(asked), asked);
    }), { ...options, numRuns: count });
    await fc.assert(fc.asyncProperty(question(resource, role), async (whole) => {
      const asked = { ...whole, range: undefined };
      const { status, text } = await people[role].agent.get(`/api/${resource}.csv`).query(asked);
      expect(status, `${JSON.stringify(asked)} ${text.slice(0, 300)}`).toBeLessThan(500);
      if (role === 'support' || role === 'admin') expect(status).toBeGreaterThanOrEqual(400);
    }), { ...options, numRuns: Math.ceil(count / 5) });
  });

  it('random ids and paths', async () => {
    const word = fc.constantFrom(
      'approve', 'reject', 'explain', 'dossier', 'timeline', 'entries', 'rejects.csv', 'binding-refusals', 'trades', 'search', 'home', 'session',
    );
    const part = fc.oneof(nasty, fc.constantFrom(...resources), word, fc.string({ maxLength: 6 }));
    await fc.assert(fc.asyncProperty(fc.constantFrom(...resources), fc.array(part, { maxLength: 3 }), async (resource, parts) => {
      const path = `/api/${[resource, ...parts].map(encode).join('/')}`;
      const { status, text } = await people[role].agent.get(path);
      expect(status, `${path} ${text.slice(0, 300)}`).toBeLessThan(500);
      if (role === 'support' || role === 'admin') expect(text, path).not.toContain('people.example');
    }), { ...options, numRuns: RUNS * 4 });
  });

  it('random bodies to everything that takes one', async () => {
    const paths = [
      'tier-reviews/1/approve', 'tier-reviews/1/reject', 'tier-reviews/approve', 'tier-reviews/reject', 'runs', 'reveals', 'session/password', 'staff',
      'imports', 'boosts', 'boosts/1/approve', 'boosts/reject', 'notes', 'content-reviews', 'content-reviews/reject', 'staff-changes',
      'staff-changes/1/approve',
    ].map((path) => `/api/${path}`);
    const member = fc.constantFrom(
      'comment', 'ids', 'id', 'kind', 'day', 'dry_run', 'resource', 'fields', 'reason', 'token', 'code', 'role', 'state', '__proto__',
      'constructor', 'x',
    );
    const sound = fc.constantFrom<unknown>(
      'a comment that is long enough', ['1', '2'], 'commission', 'evaluation', '2025-13-01', 'affiliates', ['email'], 'a-1', true,
    );
    const members = fc.array(fc.tuple(member, fc.oneof(sound, value)), { maxLength: 5 });
    const body = members.map((list) => JSON.stringify(Object.fromEntries(list)));
    const method = fc.constantFrom('post', 'post', 'post', 'put', 'patch', 'delete' as const);
    const { agent, csrfToken } = people[role];
    const staff = () => desk.context.database.read.raw('SELECT role, state FROM staff ORDER BY id');
    const before = await staff();
    await fc.assert(fc.asyncProperty(fc.constantFrom(...paths), method, body, async (path, verb, text) => {
      const asked = agent[verb as 'post'](path).set('X-CSRF-Token', csrfToken).set('Content-Type', 'application/json');
      const answer = await asked.serialize(() => text).send(text);
      expect(answer.status, `${verb} ${path} ${text} ${answer.text.slice(0, 300)}`).toBeLessThan(500);
      if (answer.status >= 400) expect(answer.text, `${verb} ${path} ${text}`).not.toMatch(sql);
    }), { ...options, numRuns: RUNS * 4 });
    expect(JSON.stringify(await staff())).toContain(JSON.stringify(before).slice(0, 40));
  });
});

function encode(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return '%ED%A0%80';
  }
}
