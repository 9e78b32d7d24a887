import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConsole, type Person, type TestConsole } from './console.ts';
import { affiliateUids, firstDay, inviteeUid, recordCount, seedWorld } from './lists-world.ts';
import { DAY_MS, formatInstant } from '../../server/calendar.ts';
import { fieldsOf, type FieldKind, policyOf, type Resource } from '../../server/policy/contract.ts';

type Row = Record<string, unknown>;

let desk: TestConsole;
let operations: Person;
let support: Person;
let admin: Person;

beforeAll(async () => {
  desk = await openConsole();
  await seedWorld(desk);
  [operations, support, admin] = await Promise.all([desk.signIn('operations'), desk.signIn('support'), desk.signIn('admin')]);
});
afterAll(() => desk.close());

interface Asked {
  sort?: [string, 'ASC' | 'DESC'];
  range?: [number, number];
  filter?: object;
  as_of?: string;
}

function ask(resource: string, { as_of, ...asked }: Asked = {}, who: Person = operations) {
  const query = Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, JSON.stringify(value)]));
  return who.agent.get(`/api/${resource}`).query(as_of === undefined ? query : { ...query, as_of });
}

async function everything(resource: string, asked: Asked = {}): Promise<Row[]> {
  const answer = await ask(resource, { ...asked, range: [0, 999] });
  expect(answer.status, answer.text).toBe(200);
  return answer.body as Row[];
}

/** By code point, as UTF-8 bytes compare. */
const byCodePoint = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

function compare(a: unknown, b: unknown, kind: FieldKind): number {
  if (kind === 'amount') return Number(e8(a) - e8(b));
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return kind === 'serial' ? Number(a) - Number(b) : byCodePoint(String(a), String(b));
}

function e8(text: unknown): bigint {
  const [units, fraction = ''] = String(text).split('.');
  return BigInt((units as string) + fraction.padEnd(8, '0'));
}

/** The rule of CONTRACT 3, the naive way: nulls last, ties by id. */
function sorted(rows: Row[], resource: Resource, [field, direction]: [string, 'ASC' | 'DESC']): Row[] {
  const kinds = policyOf(resource).fields;
  const turn = direction === 'ASC' ? 1 : -1;
  return [...rows].sort((a, b) => {
    if (a[field] === null || b[field] === null) {
      if (a[field] !== null || b[field] !== null) return a[field] === null ? 1 : -1;
    } else {
      const order = compare(a[field], b[field], kinds[field] as FieldKind);
      if (order !== 0) return order * turn;
    }
    return compare(a.id, b.id, kinds.id as FieldKind) * (field === 'id' ? turn : 1);
  });
}

const bound: Partial<Record<Resource, object>> = {
  commissions: { executed_at_gte: formatInstant(firstDay), executed_at_lt: formatInstant(firstDay + 6 * DAY_MS) },
};
const read = ['affiliates', 'referrals', 'commissions', 'evaluations', 'rulebooks'] as const;
const sorts = read.flatMap((resource) => policyOf(resource).sortable.flatMap((field) => [
  [resource, field, 'ASC'] as const, [resource, field, 'DESC'] as const,
]));

describe('pages', () => {
  it.each(sorts)('of %s by %s %s are the naive order, cut', async (resource, field, direction) => {
    const filter = bound[resource] ?? {};
    const expected = sorted(await everything(resource, { filter }), resource, [field, direction]).map((row) => row.id);
    const got: unknown[] = [];
    for (let first = 0; first < expected.length + 7; first += 7) {
      const page = await ask(resource, { filter, sort: [field, direction], range: [first, first + 6] });
      expect(page.status, page.text).toBe(200);
      got.push(...(page.body as Row[]).map((row) => row.id));
      const span = page.body.length === 0 ? '*' : `${first}-${first + page.body.length - 1}`;
      expect(page.headers['content-range']).toBe(`${resource} ${span}/${expected.length}`);
    }
    expect(got).toEqual(expected);
  });

  it('give every row as the role may read it, and nothing else', async () => {
    for (const resource of read) {
      const [row] = await everything(resource);
      const { readable } = fieldsOf('operations', resource);
      expect(readable).toEqual(expect.arrayContaining(Object.keys(row as Row)));
      expect(typeof (row as Row).id).toBe('string');
    }
  });

  it('by id in getMany, whatever is asked twice or does not exist', async () => {
    const { body } = await ask('commissions', { filter: { id: ['7', '3', '7', '999999'] } });
    expect((body as Row[]).map((row) => row.id)).toEqual(['7', '3']);
    expect((await ask('commissions', { filter: { id: [] } })).headers['content-range']).toBe('commissions */0');
    const referrals = await ask('referrals', { filter: { id: [inviteeUid(1, 1), 'nobody'] } });
    expect((referrals.body as Row[]).map((row) => row.id)).toEqual([inviteeUid(1, 1)]);
  });
});

describe('filters', () => {
  const inDays = bound.commissions as object;
  const cases: [Resource, object, (row: Row) => boolean][] = [
    ['commissions', { inviter_uid: 'B-2' }, (row) => row.inviter_uid === 'B-2'],
    ['commissions', { inviter_uid: ['B-2', '9', 'nobody'] }, (row) => row.inviter_uid === 'B-2' || row.inviter_uid === '9'],
    ['commissions', { invitee_uid: inviteeUid(2, 3) }, (row) => row.invitee_uid === inviteeUid(2, 3)],
    ['commissions', { trade_id: ['t-5', 't-300'] }, (row) => row.trade_id === 't-5' || row.trade_id === 't-300'],
    ['commissions', { q: 't-17' }, (row) => row.trade_id === 't-17'],
    ['commissions', { run_day: '2026-02-22' }, (row) => row.run_day === '2026-02-22'],
    ['commissions', { run_day_gt: '2026-02-21', run_day_lte: '2026-02-24', currency: 'BTC' },
      (row) => String(row.run_day) > '2026-02-21' && String(row.run_day) <= '2026-02-24' && row.currency === 'BTC'],
    ['commissions', { ...inDays, reason: 'api_trade' }, (row) => row.reason === 'api_trade'],
    ['commissions', { ...inDays, reason: null }, (row) => row.reason === null],
    ['commissions', { ...inDays, programme: ['pro', null] }, (row) => row.programme === 'pro' || row.programme === null],
    ['commissions', { ...inDays, status: 'held' }, (row) => row.status === 'held' && row.inviter_uid === 'B-2'],
    ['commissions', { ...inDays, status: ['open', 'paid'] }, (row) => row.status === 'open' || row.status === 'paid'],
    ['commissions', { inviter_uid: 'B-2', status: ['open', 'held'] },
      (row) => row.inviter_uid === 'B-2' && (row.status === 'open' || row.status === 'held')],
    ['commissions', { ...inDays, family: 'futures', kind: 'commission', status: 'open' },
      (row) => row.family === 'futures' && row.status === 'open'],
    ['commissions', { ...inDays, amount_gte: '13499999999.999985', amount_lt: '13499999999.99998501' },
      (row) => row.amount === '13499999999.999985'],
    ['commissions', { ...inDays, base_lte: '1.00000007' }, (row) => e8(row.base) <= e8('1.00000007')],
    ['commissions', { ...inDays, tier: null }, (row) => row.tier === null],
    ['commissions', { ...inDays, tier_gte: 1 }, (row) => row.tier !== null && Number(row.tier) >= 1],
    ['affiliates', { programme: 'pro' }, (row) => row.programme === 'pro'],
    ['affiliates', { restriction: ['frozen', 'none'] }, (row) => row.restriction === 'frozen' || row.restriction === 'none'],
    ['affiliates', { tier: 1 }, (row) => row.tier === 1],
    ['affiliates', { enrolled: 'ended' }, (row) => row.ended_at !== null],
    ['affiliates', { enrolled: 'open', country: 'DE' }, (row) => row.ended_at === null && row.country === 'DE'],
    ['affiliates', { q: 'ÄRGER' }, (row) => row.referral_code === 'ÄRGER'],
    ['affiliates', { q: `x'); DROP TABLE accounts` }, (row) => row.uid === 'z:5'],
    ['affiliates', { q: 'b-3@people.example' }, (row) => row.uid === 'b-3'],
    ['affiliates', { uid_gt: 'Z' }, (row) => byCodePoint(String(row.uid), 'Z') > 0],
    ['referrals', { inviter_uid: 'a-1', kind: 'registration' }, (row) => row.inviter_uid === 'a-1' && row.kind === 'registration'],
    ['referrals', { country: 'TR', channel: null }, (row) => row.country === 'TR' && row.channel === null],
    ['evaluations', { month: '2026-01', boosted: true }, (row) => row.boosted === true],
    ['evaluations', { affiliate_uid: 'B-2' }, (row) => row.affiliate_uid === 'B-2'],
    ['evaluations', { review_state: 'pending' }, (row) => row.review_state === 'pending'],
    ['rulebooks', { programme: ['pro', 'partner'], state: 'approved' }, (row) => row.programme !== 'referral'],
  ];

  it.each(cases)('%s %j', async (resource, filter, holds) => {
    const all = resource === 'commissions' ? await everything(resource, { filter: inDays }) : await everything(resource);
    const expected = all.filter(holds).map((row) => row.id);
    const answer = await ask(resource, { filter, range: [0, 999] });
    expect(answer.status, answer.text).toBe(200);
    expect((answer.body as Row[]).map((row) => row.id).sort()).toEqual(expected.sort());
    expect(expected.length).toBeGreaterThan(0);
    expect(answer.headers['content-range']).toBe(`${resource} 0-${expected.length - 1}/${expected.length}`);
    // The total is the same where the page does not tell it.
    const one = await ask(resource, { filter, range: [0, 0] });
    expect(one.headers['content-range']).toBe(`${resource} 0-0/${expected.length}`);
  });

  it.each(['status', 'currency', 'inviter_uid', 'id', 'run_day', 'executed_at'])('%s: [] matches nothing', async (field) => {
    const answer = await ask('commissions', { filter: Object.assign({ inviter_uid: 'B-2' }, { [field]: [] }) });
    expect([answer.status, answer.headers['content-range'], answer.body]).toEqual([200, 'commissions */0', []]);
  });

  it('of a field the role may not see are refused by name', async () => {
    for (const who of [support, admin]) {
      const refused: Asked[] = [
        { filter: { email: 'a-1@people.example' } }, { filter: { email_gte: 'a' } }, { filter: { name: 'x' } }, { sort: ['email', 'ASC'] },
      ];
      for (const asked of refused) {
        const answer = await ask('affiliates', asked, who);
        expect([answer.status, answer.body.error.code]).toEqual([400, 'bad_request']);
      }
      expect((await ask('affiliates', { filter: { q: 'b-3@people.example' } }, who)).body).toEqual([]);
    }
    expect((await ask('affiliates', { filter: { enrolled: 'perhaps' } })).body.error.details.field).toBe('enrolled');
  });
});

describe('needs_bound', () => {
  const days = (count: number): object => ({ executed_at_gte: formatInstant(firstDay), executed_at_lt: formatInstant(firstDay + count * DAY_MS) });
  it.each<Asked>([
    { filter: { status: 'open' } }, { filter: { reason: 'api_trade' } }, { filter: { currency: ['BTC'] } }, { filter: { product: 'spot' } },
    { filter: { amount_gte: '1' } }, { sort: ['amount', 'DESC'] }, { sort: ['run_day', 'ASC'] }, { filter: { ...days(32), status: 'open' } },
    { filter: { executed_at_gte: formatInstant(firstDay), status: 'open' } }, { sort: ['base', 'ASC'], filter: days(8) },
    { filter: { run_day_gte: '2026-02-20', kind: 'commission' } }, { filter: { id_gte: '5', kind: 'commission' } },
  ])('is the answer to %j', async (asked) => {
    const answer = await ask('commissions', asked);
    expect([answer.status, answer.body.error?.code]).toEqual([400, 'needs_bound']);
    expect(answer.body.error.details.bounds).toContain('inviter_uid');
  });

  it.each<Asked>([
    {}, { sort: ['executed_at', 'ASC'] }, { filter: { executed_at_gte: formatInstant(firstDay) } }, { filter: { run_day_gte: '2026-02-20' } },
    { filter: { inviter_uid: 'a-1', status: 'open' }, sort: ['amount', 'DESC'] }, { filter: { ...days(31), status: 'open' } },
    { filter: days(7), sort: ['amount', 'ASC'] }, { filter: { run_day: '2026-02-21', reason: 'api_trade' } }, { filter: { id_gte: '5' } },
  ])('is not the answer to %j', async (asked) => {
    expect((await ask('commissions', asked)).status).toBe(200);
  });
});

describe('a commission', () => {
  it('has the columns of the contract', async () => {
    const { body } = await operations.agent.get('/api/commissions/17');
    expect(Object.keys(body)).toEqual([
      'id', 'record_id', 'trade_id', 'kind', 'inviter_uid', 'invitee_uid', 'programme', 'executed_at', 'product', 'family', 'tier', 'rate_bps',
      'base', 'amount', 'currency', 'reason', 'status', 'run_day', 'distributed_at', 'reverses', 'checks',
    ]);
    expect([body.id, body.record_id, body.trade_id]).toEqual(['17', '17', 't-17']);
    expect(body.checks).toHaveLength(9);
    expect(body.executed_at).toMatch(/^2026-02-2\dT\d\d:00:00\.000Z$/);
  });
  it.each(['abc', '01', '1e3', '99999999999999', `${recordCount + 1}`])('%s is not there', async (id) => {
    expect((await operations.agent.get(`/api/commissions/${id}`)).status).toBe(404);
  });
});

describe('an affiliate', () => {
  it('is shown with the rate of its tier, or its ratios', async () => {
    const { body: tiered } = await operations.agent.get('/api/affiliates/a-1');
    expect(tiered).toMatchObject({
      id: 'a-1', programme: 'referral', tier: 1, rate: 2000, restriction: 'none', ratios: null, referrals_count: 5, ended_at: null, vip_level: 1,
      links: { current: 'https://www.binance.com/join?ref=%C3%84RGER' },
    });
    const { body: pro } = await operations.agent.get('/api/affiliates/10');
    // 9,000 set for futures is cut to the ceiling, nothing is set for spot (margin).
    expect(pro).toMatchObject({ programme: 'pro', tier: null, rate: null, ratios: { spot_margin: 2000, futures: 3000, mining: 500 } });
  });

  it('is answered as of an instant', async () => {
    const asOf = (day: number): string => formatInstant(firstDay + day * DAY_MS);
    const at = async (day: number) => (await operations.agent.get('/api/affiliates/a-1').query({ as_of: asOf(day) })).body;
    expect(await at(-29)).toMatchObject({ programme: null, tier: null, activated_at: null, referrals_count: 0 });
    expect(await at(-17)).toMatchObject({ programme: 'referral', ended_at: null, end_reason: null });
    expect(await at(-12)).toMatchObject({ ended_at: asOf(-15), end_reason: 'account_type_changed', tier: null, rate: null });
    expect(await at(0)).toMatchObject({ tier: 0, rate: 1500, ended_at: null });
    expect((await operations.agent.get('/api/affiliates/a-1').query({ as_of: asOf(-31) })).status).toBe(404);
    expect((await operations.agent.get('/api/affiliates/a-1').query({ as_of: 'yesterday' })).status).toBe(400);
    const [a1] = (await ask('affiliates', { as_of: asOf(-9), filter: { uid: 'a-1' } })).body as Row[];
    expect(a1).toMatchObject({ activated_at: asOf(-10), ended_at: null });
    const { body } = await ask('affiliates', { as_of: asOf(-17), range: [0, 99] });
    expect((body as Row[]).map((row) => row.uid)).toEqual(['a-1']);
    expect((await ask('affiliates', { as_of: asOf(1), filter: { restriction: 'frozen' } })).body).toEqual([]);
    expect((await ask('affiliates', { as_of: asOf(2), filter: { restriction: 'frozen' } })).body).toHaveLength(1);
  });

  it('can be any account: support looks up whoever asks', async () => {
    const { body } = await support.agent.get(`/api/affiliates/${inviteeUid(0, 0)}`);
    expect(body).toMatchObject({ uid: inviteeUid(0, 0), programme: null, inviter_uid: 'a-1', email: '•••', name: '•••', links: null });
    const { body: forAdmin } = await admin.agent.get('/api/affiliates/a-1');
    expect(Object.keys(forAdmin)).not.toContain('email');
    expect((await support.agent.get('/api/affiliates/nobody')).status).toBe(404);
  });

  it('has totals by currency and status that add up to its records', async () => {
    for (const uid of affiliateUids) {
      const records = await everything('commissions', { filter: { inviter_uid: uid } });
      const { body } = await operations.agent.get(`/api/affiliates/${encodeURIComponent(uid)}`);
      const sums = new Map<string, bigint>();
      for (const record of records) {
        const key = `${record.currency} ${record.status}`;
        sums.set(key, (sums.get(key) ?? 0n) + e8(record.amount));
      }
      const totals = (body.totals as { currency: string; status: string; amount: string }[])
        .map((total) => [`${total.currency} ${total.status}`, e8(total.amount)]);
      expect(Object.fromEntries(totals)).toEqual(Object.fromEntries(sums));
    }
  });

  it('has a timeline', async () => {
    const { body } = await support.agent.get('/api/affiliates/a-1/timeline');
    expect(body.enrolments).toHaveLength(2);
    expect(body.states).toContainEqual({
      field: 'tier', value: '0', from: formatInstant(firstDay - 10 * DAY_MS), to: formatInstant(firstDay + DAY_MS), cause: 'registration',
    });
    expect(body.bindings).toEqual({ inviter: null, refusals: [] });
    const { body: invitee } = await support.agent.get(`/api/affiliates/${inviteeUid(0, 0)}/timeline`);
    expect(invitee.bindings.inviter).toMatchObject({ uid: 'a-1', kind: 'recall' });
  });
});

it('a referral counts its trades since the binding', async () => {
  const records = await everything('commissions', { filter: { invitee_uid: inviteeUid(3, 2) } });
  const { body } = await operations.agent.get(`/api/referrals/${inviteeUid(3, 2)}`);
  expect(body.trades).toBe(records.length);
  expect(e8(body.volume_usdt)).toBe(12_345_678_901n * BigInt(records.length));
});

it('an evaluation shows a volume beyond 64 bits', async () => {
  const rows = await everything('evaluations', { sort: ['id', 'ASC'] });
  expect(rows.map((row) => row.qualified_volume_usdt)).toEqual(['120', '15000002.5', '92233720370.00000005']);
  expect(rows.map((row) => row.review_state)).toEqual([null, 'pending', null]);
});
