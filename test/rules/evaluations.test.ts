/** What a month's figures mean: TIE-4, TIE-8 to TIE-11. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rulebookV1 } from '../../seeds/reference/rulebooks.ts';
import { judge, tierReached, volumeStillNeeded, type MonthFigures } from '../../server/evaluations/rules.ts';
import { ONE_E8, parseAmount } from '../../server/money.ts';
import type { RulebookTier } from '../../server/rulebooks/contract.ts';

const { referral, partner } = rulebookV1;
const figures = (invitees: number, volume: string): MonthFigures => ({ qualified_invitees: invitees, volume_e8: parseAmount(volume) as bigint });
const millions = (count: number): bigint => BigInt(count) * 1_000_000n * ONE_E8;
const level = (name: string): RulebookTier => partner.tiers.find((tier) => tier.name === name) as RulebookTier;

describe('TIE-1, TIE-2: the ladder of referral', () => {
  test.each([
    [0, '0', 0], [4, '49999.99999999', 0], [5, '0', 1], [0, '50000', 1], [14, '99999.99999999', 1], [15, '0', 2], [0, '100000', 2], [100, '1000000', 2],
    [5, '100000', 2], [15, '50000', 2],
  ])('%i invitees and %s USDT reach tier %i', (invitees, volume, tier) => expect(tierReached(referral, figures(invitees, volume))).toBe(tier));
});

describe('TIE-4: against the tier held', () => {
  test.each([
    // held, reached by these invitees, outcome, tier after, review
    [0, 0, 'retention', 0, false], [0, 5, 'promotion', 0, true], [0, 15, 'promotion', 0, true],
    [1, 0, 'demotion', 0, false], [1, 5, 'retention', 1, false], [1, 15, 'promotion', 1, true],
    [2, 0, 'demotion', 0, false], [2, 5, 'demotion', 1, false], [2, 15, 'retention', 2, false],
  ] as const)('tier %i with %i invitees: %s, then tier %i, review %s', (held, invitees, outcome, tier_after, review) => {
    expect(judge(referral, held, figures(invitees, '0'), false)).toMatchObject({ outcome, tier_after, review, boosted: false });
  });
});

describe('TIE-8 to TIE-10: partner', () => {
  test.each([
    ['0', 0], ['14999999.99999999', 0], ['15000000', 1], ['29999999.99999999', 1], ['30000000', 2], ['89999999.99999999', 2], ['90000000', 3],
    ['150000000', 4], ['300000000', 5],
  ])('%s USDT are level %i', (volume, tier) => expect(tierReached(partner, figures(0, volume))).toBe(tier));

  test('a rise is granted at once, without review', () => {
    expect(judge(partner, 0, figures(0, '90000000'), false)).toEqual({ tier_reached: 3, outcome: 'promotion', boosted: false, tier_after: 3, review: false });
  });

  test('a fall goes several steps at once', () => {
    expect(judge(partner, 5, figures(0, '15000000'), false)).toEqual({ tier_reached: 1, outcome: 'demotion', boosted: false, tier_after: 1, review: false });
  });

  test('TIE-9: a boost keeps the level from falling, marked, and holds up no rise', () => {
    expect(judge(partner, 3, figures(0, '0'), true)).toEqual({ tier_reached: 0, outcome: 'retention', boosted: true, tier_after: 3, review: false });
    expect(judge(partner, 3, figures(0, '90000000'), true)).toMatchObject({ outcome: 'retention', boosted: false });
    expect(judge(partner, 3, figures(0, '300000000'), true)).toMatchObject({ outcome: 'promotion', boosted: false, tier_after: 5 });
  });
});

describe('the worked examples of S4', () => {
  test('1: Advanced; 10 + 5 + 5 = 20 m stay Advanced; the new window holds 10 m: 5 m keep it, 20 m reach Silver', () => {
    expect(judge(partner, 1, { qualified_invitees: 0, volume_e8: millions(10 + 5 + 5) }, false)).toMatchObject({ outcome: 'retention', tier_after: 1 });
    expect(volumeStillNeeded(level('Advanced'), millions(5 + 5))).toBe(millions(5));
    expect(volumeStillNeeded(level('Silver'), millions(5 + 5))).toBe(millions(20));
  });

  test('2: Advanced; 5 + 5 + 3 = 13 m fall to Partner; the new window holds 8 m: 7 m reach Advanced', () => {
    expect(judge(partner, 1, { qualified_invitees: 0, volume_e8: millions(5 + 5 + 3) }, false)).toMatchObject({ outcome: 'demotion', tier_after: 0 });
    expect(volumeStillNeeded(level('Advanced'), millions(5 + 3))).toBe(millions(7));
    expect(volumeStillNeeded(level('Partner'), millions(5 + 3))).toBe(0n);
  });

  test('TIE-11: what the month has so far counts, and nothing is needed below zero', () => {
    expect(volumeStillNeeded(level('Advanced'), millions(8 + 3))).toBe(millions(4));
    expect(volumeStillNeeded(level('Advanced'), millions(8 + 9))).toBe(0n);
  });
});

describe('whatever the figures', () => {
  const volume = fc.bigInt({ min: 0n, max: millions(1_000) });
  const invitees = fc.integer({ min: 0, max: 40 });
  const book = fc.constantFrom(referral, partner);

  test('more never reaches less', () => {
    fc.assert(fc.property(book, volume, volume, invitees, invitees, (rulebook, a, b, m, n) =>
      tierReached(rulebook, { qualified_invitees: m, volume_e8: a }) <= tierReached(rulebook, { qualified_invitees: m + n, volume_e8: a + b })));
  });

  test('the outcome says how the tier reached stands to the tier held, and only a promotion is reviewed', () => {
    fc.assert(fc.property(book, volume, invitees, fc.nat(5), fc.boolean(), (rulebook, volume_e8, qualified_invitees, place, boost) => {
      const held = Math.min(place, rulebook.tiers.length - 1);
      const verdict = judge(rulebook, held, { qualified_invitees, volume_e8 }, boost);
      const direction = Math.sign(verdict.tier_reached - held);
      expect(verdict.outcome).toBe(direction > 0 ? 'promotion' : direction < 0 && !boost ? 'demotion' : 'retention');
      expect(verdict.boosted).toBe(direction < 0 && boost);
      expect(verdict.review).toBe(direction > 0 && rulebook.promotion === 'review');
      expect(verdict.tier_after).toBe(verdict.review || verdict.boosted ? held : verdict.tier_reached);
    }));
  });

  test('what is still needed, once traded, reaches the tier, and one unit less does not', () => {
    fc.assert(fc.property(fc.constantFrom(...partner.tiers.slice(1)), volume, (tier, held) => {
      const needed = volumeStillNeeded(tier, held);
      const reachedWith = (more: bigint): boolean => tierReached(partner, { qualified_invitees: 0, volume_e8: held + more }) >= tier.tier;
      expect(reachedWith(needed)).toBe(true);
      if (needed > 0n) expect(reachedWith(needed - 1n)).toBe(false);
    }));
  });
});
