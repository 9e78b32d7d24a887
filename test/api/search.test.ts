import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute, rows } from '../../db/statement.ts';
import type { SearchAnswer } from '../../server/search/contract.ts';
import { openConsole, type Person, type TestConsole } from './console.ts';
import { seedWorld } from './lists-world.ts';

let desk: TestConsole;
let people: Record<'operations' | 'compliance' | 'support' | 'admin', Person>;

beforeAll(async () => {
  desk = await openConsole();
  await seedWorld(desk);
  const [operations, compliance, support, admin] = await Promise.all(['operations', 'compliance', 'support', 'admin'].map((who) => desk.signIn(who)));
  people = { operations, compliance, support, admin } as typeof people;
});
afterAll(() => desk.close());

async function ask(q: string, who: Person = people.operations): Promise<SearchAnswer> {
  const answer = await who.agent.get('/api/search').query({ q });
  expect(answer.status, answer.text).toBe(200);
  return answer.body as SearchAnswer;
}
const find = async (q: string, who?: Person) => (await ask(q, who)).results;
const hrefs = async (q: string, who?: Person): Promise<string[]> => (await find(q, who)).map((result) => result.href);

describe('the search', () => {
  it.each([
    ['a-1', ['/affiliates/a-1/show']],
    ['  z:5 ', ['/affiliates/z%3A5/show']],
    ['Zebra', ['/affiliates/b-3/show']],
    ['https://www.binance.com/join?ref=%C3%84RGER', ['/affiliates/a-1/show']],
    ['https://example.org/x?utm=1&ref=zebra#top', ['/affiliates/B-2/show']],
    ['it says <https://example.org/x?utm=1&amp;ref=zebra&amp;campaign=none>, please look', ['/affiliates/B-2/show']],
    ['(www.example.org/join?ref=zebra).', ['/affiliates/B-2/show']],
    [`x'); DROP TABLE accounts`, ['/affiliates/z%3A5/show']],
    ['t-17', ['/explain/trade/t-17']],
    ['17', ['/commissions/17/show']],
    ['#17', ['/commissions/17/show']],
    // A uid, a referral code of another and a record: all that it can be.
    ['10', ['/affiliates/10/show', '/affiliates/Z.4/show', '/commissions/10/show']],
    ['b-3@people.example', ['/affiliates/b-3/show']],
    ['B-3@PEOPLE.EXAMPLE', []],
    ['%', []],
    ['a-%', []],
    ['999999999999999', []],
  ])('finds by %s', async (word, expected) => {
    expect((await hrefs(word)).sort()).toEqual([...expected].sort());
  });

  it.each(['', '   ', 'x'.repeat(501)])('refuses %j', async (q) => {
    expect((await people.operations.agent.get('/api/search').query({ q })).status).toBe(400);
  });

  it('of an address leaves a trace where support asks, found or not, and tells admin nothing', async () => {
    expect(await hrefs('b-3@people.example', people.support)).toEqual(['/affiliates/b-3/show']);
    expect(await hrefs('nobody@people.example', people.support)).toEqual([]);
    expect(await hrefs('b-3@people.example', people.admin)).toEqual([]);
    const { body, text } = await people.compliance.agent.get('/api/audit-events').query({ filter: '{"action":"account.searched_by_email"}' });
    expect(body.map((event: { actor: string; subject_id: string }) => [event.actor, event.subject_id])).toEqual([
      ['support@demo.test', '-'], ['support@demo.test', 'b-3'],
    ]);
    expect(text).not.toContain('people.example');
  });

  it('finds requests, batches, runs and imports by their number, and a batch by its day', async () => {
    await desk.context.database.transaction(async (transaction) => {
      const at = Date.parse('2026-03-01T00:00:00Z');
      const staff = await rows<{ id: number }>(transaction, `SELECT id FROM staff WHERE email = 'support@demo.test'`);
      await execute(transaction, `INSERT INTO free_texts (id, account_id, text) VALUES (901, 1, 'a text of a request')`);
      await execute(
        transaction,
        `INSERT INTO status_changes (id, affiliate_id, kind, from_value, to_value, reason_code, text_id, evidence, effective_at, seen, source, requested_by,
           requested_by_id, requested_role, requested_at, state)
         VALUES (9007, 1, 'restrict', 'none', 'restricted', 'other', 901, '[]', :at, '{}', 'staff', 'support@demo.test', :staff, 'support', :at, 'pending')`,
        { at, staff: staff[0]?.id as number },
      );
    });
    expect((await ask('9007')).results).toEqual([{
      kind: 'status_change', id: '9007', label: '9007', detail: 'a-1 · restrict · pending', href: '/status-changes/9007/show',
      words: [{ label: null, value: 'a-1' }, { label: 'changeKind', value: 'restrict' }, { label: 'state', value: 'pending' }],
    }]);
    expect(await hrefs('#9007')).toEqual([]);
    expect(await hrefs('2026-03-01')).toEqual([]);
  });

  it('finds campaigns by code, by the beginning of a name, and by a link', async () => {
    const { body, status, text } = await people.operations.post('/api/campaigns', {
      code: 'spring-1', kind: 'exclusive', audience: 'all', name: 'Spring Sale 100%', landing_url: 'https://promo.example/spring',
      starts_at: '2026-03-01T00:00:00.000Z', ends_at: '2026-04-01T00:00:00.000Z', regions: ['US'], texts: {}, tasks: [{ task: 'register' }],
      rewards: [{ side: 'inviter', reward: 'cash', amount: '1', currency: 'USDT' }], budget: '100', cap_per_affiliate: '15',
    });
    expect(status, text).toBe(201);
    const page = `/campaigns/${body.id}/show`;
    for (const word of ['spring-1', 'spring sale', 'Spring Sale 100%', 'https://promo.example/spring?campaign=spring-1']) {
      expect(await hrefs(word, people.support), word).toEqual([page]);
    }
    for (const word of ['sp', 'sale', '%', 'spring_sale']) expect(await hrefs(word), word).toEqual([]);
    expect(await hrefs('https://promo.example/spring?ref=zebra&campaign=spring-1')).toEqual(['/affiliates/B-2/show', page]);
  });

  it('tells by the form of a word alone what a role may not look for', async () => {
    const missing = '88888888';
    for (const word of ['9007', missing]) {
      expect((await ask(word, people.support)).closed).toEqual(['import']);
      expect((await ask(word, people.operations)).closed).toEqual([]);
    }
    for (const address of ['b-3@people.example', 'nobody@people.example']) {
      expect(await ask(address, people.admin)).toEqual({ results: [], closed: ['email'] });
      expect((await ask(address, people.support)).closed).toEqual([]);
    }
    expect((await ask('a-1', people.admin)).closed).toEqual([]);
  });
});
