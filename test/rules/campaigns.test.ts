import { describe, expect, it } from 'vitest';
import { allot } from '../../server/bonuses/rules.ts';
import { changesOf, draftOf } from '../../client/campaigns/draft.ts';
import { campaignBody, isLandingUrl, type CampaignRow } from '../../server/campaigns/contract.ts';
import { changesBetween, faultOf, needsSecondPerson, normalised, periodFault, shareLink, campaignStateAt } from '../../server/campaigns/rules.ts';

const document = normalised(campaignBody.omit({ code: true, kind: true, audience: true }).parse({
  name: 'Spring', landing_url: 'https://promo.example/', starts_at: '2026-03-01T00:00:00Z', ends_at: '2026-04-01T00:00:00Z',
  tasks: [{ task: 'deposit', amount: '100.50', within_days: 7 }], rewards: [{ side: 'inviter', reward: 'cash', amount: '10', currency: 'USDT' }], budget: '100',
}));
const around = {
  countries: ['US', 'DE', 'FR'], currencies: new Set(['USDT', 'BNB']),
  mica: [{ country: 'DE', from: '2024-12-30T00:00:00.000Z', to: null }, { country: 'FR', from: '2026-05-01T00:00:00.000Z', to: null }],
};
const reward = document.rewards[0] as (typeof document.rewards)[number];

describe('a landing URL', () => {
  it.each(['https://promo.example', 'http://promo.example/a?b=c#d', 'HTTPS://PROMO.EXAMPLE/'])('%s', (url) => expect(isLandingUrl(url)).toBe(true));
  it.each([
    'javascript:alert(1)', '\tjavascript:alert(1)', 'java\tscript:alert(1)', 'JAVASCRIPT:alert(1)', ' https://promo.example', 'https://promo.example/\n', 'data:text/html,x',
    'ftp://promo.example', '//promo.example', 'https://', 'https://binance.com@promo.example/', 'https:\\\\promo.example', '\u200bhttps://promo.example',
  ])('not %j', (url) => expect(isLandingUrl(url)).toBe(false));
});

describe('a share link (CAM-1)', () => {
  it.each([
    ['https://promo.example', null, 'https://promo.example/?ref=A%26B'],
    ['https://promo.example/x?lang=en&q=a%20b+c&q=2#top', null, 'https://promo.example/x?lang=en&q=a%20b+c&q=2&ref=A%26B#top'],
    ['https://promo.example/?ref=other&%72ef=x&a', null, 'https://promo.example/?a&ref=A%26B'],
    ['https://promo.example/?campaign=x&a=1', null, 'https://promo.example/?campaign=x&a=1&ref=A%26B'],
    ['https://promo.example/?campaign=x&a=1', 'spring', 'https://promo.example/?a=1&ref=A%26B&campaign=spring'],
  ])('%s, joined %s', (url, campaign, link) => expect(shareLink(url, 'A&B', campaign)).toBe(link));
});

describe('a document', () => {
  it.each<[object, string | null]>([
    [{}, null],
    [{ ends_at: '2026-03-01T00:00:00Z' }, 'ends_at'],
    [{ ends_at: '2026-02-01T00:00:00Z' }, 'ends_at'],
    [{ starts_at: '2026-02-30T00:00:00Z' }, 'starts_at'],
    [{ ends_at: 'soon' }, 'ends_at'],
    [{ regions: ['US', 'XX'] }, 'regions.1'],
    [{ regions: ['us'] }, 'regions.0'],
    [{ regions: ['DE'] }, null],
    [{ regions: ['US', 'DE'], programmes: ['pro'] }, 'regions.1'],
    [{ regions: ['FR'], programmes: ['pro'] }, null],
    [{ regions: ['FR'], programmes: ['pro', 'partner'], ends_at: '2026-05-02T00:00:00Z' }, 'regions.0'],
    [{ tasks: [...document.tasks, ...document.tasks] }, 'tasks.1'],
    [{ rewards: [reward, reward] }, 'rewards.1'],
    [{ rewards: [{ ...reward, currency: 'XYZ' }] }, 'rewards.0.currency'],
    [{ rewards: [reward, { ...reward, side: 'invitee', currency: 'BNB' }] }, 'rewards.1.currency'],
    [{ budget: '9.99999999' }, 'budget'],
    [{ cap_per_affiliate: '1' }, 'cap_per_affiliate'],
  ])('%j: %s', (said, field) => expect(faultOf({ ...document, ...said }, around)?.field ?? null).toBe(field));

  it('is one text however it is spelt', () => {
    const other = normalised({ ...document, starts_at: '2026-03-01T00:00:00Z', regions: ['US', 'DE', 'US'], budget: '100.00' });
    expect(changesBetween(document, other)).toEqual({ regions: { old: [], new: ['DE', 'US'] } });
  });

  it('is what the page sends of a draft: an amount spelt otherwise is no change, another one is', () => {
    const before = draftOf({ ...document, code: 'spring', kind: 'public', audience: 'all', currency: 'USDT' } as CampaignRow);
    const { deposit } = before.tasks;
    const respelt = { ...before, budget: ' 100.00', tasks: { ...before.tasks, deposit: { ...deposit, amount: '100.500' } } };
    expect([respelt, { ...respelt, budget: '100.01', cap_per_affiliate: '50.0' }].map((after) => changesOf(before, after)))
      .toEqual([{}, { budget: '100.01', cap_per_affiliate: '50' }]);
  });

  it('waits for a second person unless name, landing URL and texts alone change', () => {
    const second = (said: object): boolean => needsSecondPerson(changesBetween(document, { ...document, ...said }));
    expect([{ name: 'x' }, { landing_url: 'https://x.example/' }, { texts: { de: { title: 'x', body: '' } } }].map(second)).toEqual([false, false, false]);
    expect([
      { budget: '99' }, { cap_per_affiliate: '50' }, { regions: ['US'] }, { programmes: ['pro'] }, { starts_at: '2026-03-02T00:00:00.000Z' }, { ends_at: '2026-03-30T00:00:00.000Z' },
      { tasks: [] }, { rewards: [] }, { name: 'x', budget: '99' },
    ].map(second)).not.toContain(false);
  });

  it('keeps the start that has come, and ends ahead', () => {
    const [before, within] = [Date.parse('2026-02-01T00:00:00Z'), Date.parse('2026-03-10T00:00:00Z')];
    const fault = (said: object, now: number): string | undefined => periodFault(document, { ...document, ...said }, now)?.field;
    expect(fault({ starts_at: '2026-03-02T00:00:00.000Z' }, before)).toBe(undefined);
    expect(fault({ starts_at: '2026-01-02T00:00:00.000Z' }, before)).toBe('starts_at');
    expect(fault({ starts_at: '2026-03-20T00:00:00.000Z' }, within)).toBe('starts_at');
    expect(fault({ ends_at: '2026-03-10T00:00:00.000Z' }, within)).toBe('ends_at');
    expect(fault({ ends_at: '2026-03-11T00:00:00.000Z' }, within)).toBe(undefined);
    expect(fault({ rewards: [{ ...reward, currency: 'BNB' }] }, within)).toBe('rewards.0.currency');
  });
});

it('a state by the clock, to the millisecond', () => {
  const period = { starts_at: 1_000, ends_at: 2_000 };
  expect([999, 1_000, 1_999, 2_000].map((now) => campaignStateAt('scheduled', period, now))).toEqual(['scheduled', 'active', 'active', 'ended']);
  expect([999, 2_000].map((now) => campaignStateAt('paused', period, now))).toEqual(['paused', 'ended']);
  expect([2_000, 2_000].map((now, n) => campaignStateAt(n === 0 ? 'draft' : 'ended', period, now))).toEqual(['draft', 'ended']);
});

it('who comes first gets it; what does not fit waits, and a smaller one behind it fits', () => {
  const room = { budget: 30n, cap: 15n, committed: 5n, used: new Map([[1, 5n]]) };
  const claims = [[1, 10n], [1, 1n], [2, 12n], [3, 4n], [2, 3n]].map(([affiliate_id, cost]) => ({ affiliate_id: affiliate_id as number, cost: cost as bigint }));
  const { awarded, waiting } = allot(claims, room);
  // 5 + 10 = 15 (cap of 1 full); 15 + 12 = 27; 27 + 4 = 31 > 30; 27 + 3 = 30, and 12 + 3 = 15.
  expect(awarded).toEqual([claims[0], claims[2], claims[4]]);
  expect(waiting).toEqual([{ claim: claims[1], reason: 'cap_reached' }, { claim: claims[3], reason: 'budget_exhausted' }]);
  expect(room.committed).toBe(30n);
});
