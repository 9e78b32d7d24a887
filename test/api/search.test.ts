import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

async function find(q: string, who: Person = people.operations): Promise<{ kind: string; href: string }[]> {
  const answer = await who.agent.get('/api/search').query({ q });
  expect(answer.status, answer.text).toBe(200);
  return answer.body.results;
}
const hrefs = async (q: string, who?: Person): Promise<string[]> => (await find(q, who)).map((result) => result.href);

describe('the search', () => {
  it.each([
    ['a-1', ['/affiliates/a-1/show']],
    ['  z:5 ', ['/affiliates/z%3A5/show']],
    ['Zebra', ['/affiliates/b-3/show']],
    ['https://www.binance.com/join?ref=%C3%84RGER', ['/affiliates/a-1/show']],
    ['https://example.org/x?utm=1&ref=zebra#top', ['/affiliates/B-2/show']],
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
});
