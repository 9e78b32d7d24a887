import { describe, expect, it } from 'vitest';
import { parseId, parseListQuery } from '../../server/lists/parse.ts';
import type { Resource, Role } from '../../server/policy/contract.ts';
import { Refusal } from '../../server/refusal.ts';

const BACKSLASH_NUL = '\\u0000';

function parse(parameters: Record<string, unknown>, resource: Resource = 'commissions', role: Role = 'operations') {
  return parseListQuery(parameters, resource, role);
}

/** The field that a refusal names. */
function refusedField(parameters: Record<string, unknown>, resource?: Resource, role?: Role): unknown {
  try {
    parse(parameters, resource, role);
  } catch (error) {
    if (error instanceof Refusal && error.status === 400) return error.details.field;
    throw error;
  }
  throw new Error(`was let through: ${JSON.stringify(parameters)}`);
}

const filter = (value: unknown) => ({ filter: JSON.stringify(value) });

describe('a list query', () => {
  it('asks for the first 25 rows in the order of the resource where it says nothing', () => {
    expect(parse({})).toEqual({ sort: { field: 'id', direction: 'DESC' }, range: { first: 0, last: 24 }, filter: [] });
  });

  it('takes sort, range and every kind of condition', () => {
    const query = parse({
      sort: '["executed_at","ASC"]',
      range: '[25,49]',
      ...filter({
        inviter_uid: 'u1',
        status: ['open', 'paid'],
        amount_gte: '0.5',
        executed_at_lt: '2026-03-11T00:00:00.000Z',
        reason: null,
        q: ' t-1 ',
      }),
    });
    expect(query).toEqual({
      sort: { field: 'executed_at', direction: 'ASC' },
      range: { first: 25, last: 49 },
      filter: [
        { field: 'inviter_uid', operator: 'eq', value: 'u1' },
        { field: 'status', operator: 'in', value: ['open', 'paid'] },
        { field: 'amount', operator: 'gte', value: '0.5' },
        { field: 'executed_at', operator: 'lt', value: '2026-03-11T00:00:00.000Z' },
        { field: 'reason', operator: 'eq', value: null },
        { field: 'q', operator: 'q', value: 't-1' },
      ],
    });
  });

  it('asks for many by id without cutting them into pages', () => {
    const ids = Array.from({ length: 1000 }, (_, n) => String(n + 1));
    expect(parse(filter({ id: ids })).range).toEqual({ first: 0, last: 999 });
  });

  it('keeps an empty any-of: it matches nothing, not everything', () => {
    expect(parse(filter({ status: [] })).filter).toEqual([{ field: 'status', operator: 'in', value: [] }]);
  });

  it('takes numbers and their digits alike, each in the one form of its kind', () => {
    expect(parse(filter({ id: [1, '2'], tier: '1', amount: 3 })).filter.map((condition) => condition.value)).toEqual([
      ['1', '2'],
      1,
      '3',
    ]);
  });
});

describe('what a list query refuses, with the field', () => {
  it.each([
    ['[{"column":"id","nulls":"last,(select 1)"},"ASC"]', 'sort'],
    ['[{"column":"id"}]', 'sort'],
    ['["id","asc; drop table staff"]', 'sort'],
    ['["id","asc"]', 'sort'],
    ['["id"]', 'sort'],
    ['["id","ASC","x"]', 'sort'],
    ['{"id":"ASC"}', 'sort'],
    ['id', 'sort'],
    ['null', 'sort'],
    ['["staff.password_hash","ASC"]', 'staff.password_hash'],
    ['["__proto__","ASC"]', '__proto__'],
    ['["toString","ASC"]', 'toString'],
    ['["checks","ASC"]', 'checks'],
    ['["id; drop","ASC"]', 'id; drop'],
  ])('sort=%s', (sort, field) => {
    expect(refusedField({ sort })).toBe(field);
  });

  it.each([
    '[0,1000]',
    '[0,1000000]',
    '[-5,-1]',
    '[5,1]',
    '["a",1]',
    '[0,1e309]',
    '[0,1.5]',
    '[0]',
    '[0,1,2]',
    '{}',
    'null',
    '[null,null]',
    '[0,9007199254740993]',
    '[2000000000,2000000001]',
    '',
  ])('range=%s', (range) => {
    expect(refusedField({ range })).toBe('range');
  });

  it.each([
    [{ password_hash: 'x' }, 'password_hash'],
    [{ 'staff.password_hash': 'x' }, 'staff.password_hash'],
    [{ inviter_uid: { $ne: '' } }, 'inviter_uid'],
    [{ inviter_uid: [['u1']] }, 'inviter_uid'],
    [{ inviter_uid: [{ a: 1 }] }, 'inviter_uid'],
    [{ inviter_uid: true }, 'inviter_uid'],
    [{ inviter_uid: 1.5 }, 'inviter_uid'],
    [{ inviter_uid: 'x'.repeat(257) }, 'inviter_uid'],
    [{ inviter_uid_gte: ['u1'] }, 'inviter_uid_gte'],
    [{ inviter_uid_gte: null }, 'inviter_uid_gte'],
    [{ inviter_uid_like: 'u%' }, 'inviter_uid_like'],
    [{ _gte: 1 }, '_gte'],
    [{ q_gte: 'x' }, 'q_gte'],
    [{ constructor: 'x' }, 'constructor'],
    [{ constructor_gte: 'x' }, 'constructor_gte'],
    [{ checks: '1' }, 'checks'],
    [{ id: Array.from({ length: 1001 }, (_, n) => n) }, 'id'],
    [{ id: 'abc' }, 'id'],
    [{ id: '01' }, 'id'],
    [{ id: '1e3' }, 'id'],
    [{ id: '99999999999999999999' }, 'id'],
    [{ executed_at_gte: 'yesterday' }, 'executed_at_gte'],
    [{ executed_at: '2026-02-30T00:00:00Z' }, 'executed_at'],
    [{ run_day: '2026-13-01' }, 'run_day'],
    [{ amount: '1e5' }, 'amount'],
    [{ amount: '99999999999' }, 'amount'],
    [{ tier: '1.5' }, 'tier'],
    [{ q: '' }, 'q'],
    [{ q: 7 }, 'q'],
    [{ q: 'x'.repeat(60_000) }, 'q'],
  ])('filter %#', (value, field) => {
    expect(refusedField(filter(value))).toBe(field);
  });

  it.each([
    ['{"__proto__":{"role":"admin"}}', '__proto__'],
    [`{"inviter_uid":"a${BACKSLASH_NUL}b"}`, 'inviter_uid'],
    [`{"q":"a${BACKSLASH_NUL}b"}`, 'q'],
    ['[]', 'filter'],
    ['"x"', 'filter'],
    ['null', 'filter'],
    ['{', 'filter'],
    [`{"inviter_uid":${'['.repeat(1500)}${']'.repeat(1500)}}`, 'inviter_uid'],
    [`{"q":"${'x'.repeat(100_001)}"}`, 'filter'],
  ])('filter text %#', (text, field) => {
    expect(refusedField({ filter: text })).toBe(field);
  });

  it('parameters given twice, and those it does not know', () => {
    expect(refusedField({ range: ['[0,1]', '[0,2]'] })).toBe('range');
    expect(refusedField({ limit: '10' })).toBe('limit');
    expect(refusedField({ as_of: '2026-03-11T00:00:00Z' })).toBe('as_of');
    expect(parseListQuery({ as_of: 'x' }, 'affiliates', 'support', ['as_of']).filter).toEqual([]);
  });

  it('repeats a name only shortened and in plain characters', () => {
    expect(refusedField(filter({ [`\u202e${'x'.repeat(500)}`]: 1 }))).toBe(`?${'x'.repeat(63)}`);
  });

  it.each(['email', 'name', 'email_gte'])('support and admin: any question about %s', (name) => {
    for (const role of ['support', 'admin'] as const) {
      expect(refusedField(filter({ [name]: 'a' }), 'affiliates', role)).toBe(name);
      expect(refusedField({ sort: JSON.stringify([name, 'ASC']) }, 'affiliates', role)).toBe(name);
    }
  });

  it('everything, of a resource that the role may not read', () => {
    expect(refusedField(filter({ email: 'a' }), 'staff', 'operations')).toBe('email');
  });
});

describe('an id in a path', () => {
  it.each(['abc', '01', '1e3', '-1', '', ' 1', '99999999999999999999', '\0', '1;drop', '1.0'])(
    'of a record is not %j',
    (id) => {
      expect(() => parseId('commissions', id)).toThrow(Refusal);
    },
  );

  it('is one form only', () => {
    expect(parseId('commissions', '12')).toBe('12');
    expect(parseId('affiliates', '01')).toBe('01');
  });
});
