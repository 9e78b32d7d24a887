import { describe, expect, test } from 'vitest';
import { rulebookV1 } from '../../seeds/reference/rulebooks.ts';
import { dayOf, FOREVER } from '../../server/calendar.ts';
import { judgeRecall, possibleFrom, type RecallCase } from '../../server/recalls/rules.ts';
import type { Rulebook } from '../../server/rulebooks/rules.ts';

const at = (text: string): number => Date.parse(`${text}T00:00:00.000Z`);
const version = (document = rulebookV1.pro, from = '2020-01-01', to = FOREVER, id = 1): Rulebook => ({
  id, programme: 'pro', version: id, effective_from: at(from), effective_to: to, document,
});
const books = [version()];

/** An account of the first of January that nobody has used, through an inviter of `pro`. */
const one = (on: string, said: Partial<RecallCase> = {}): RecallCase => ({
  at: at(on), via: 'current_link', confirmed: true, registered_at: at('2026-01-01'), country: 'US', bound: false, last_use: null,
  inviter: { uid: 'pia', in_programme: true, restriction: 'none', country: 'US' }, ...said,
});
const day = (recall: RecallCase, known = books): string | null => {
  const from = possibleFrom(recall, known);
  return from === null ? null : dayOf(from);
};

describe('from which day a recall is possible', () => {
  test.each<[string, RecallCase, string | null]>([
    // 30 + 28 + 31 + 2 = 91 days after the first of January.
    ['age 87 of more than 90 days', one('2026-03-29'), '2026-04-02'],
    ['today where nothing stands in the way', one('2026-04-02'), '2026-04-02'],
    ['91 days after the last use', one('2026-05-01', { last_use: { kind: 'trade', at: at('2026-04-30') } }), '2026-07-30'], // 0 + 31 + 30 + 30
    ['before the change, where 90 days are over by then', one('2026-03-10', { registered_at: at('2025-11-01') }), '2026-03-24'],
    ['before the change, where 180 days are over first', one('2026-03-10', { registered_at: at('2025-09-20') }), '2026-03-20'], // 10 + 31 + 30 + 31 + 31 + 28 + 20 = 181
    ['never through the legacy link', one('2026-05-01', { via: 'legacy_link' }), null],
    ['never for who has an inviter', one('2026-05-01', { bound: true }), null],
    ['never where it is closed without an end', one('2026-05-01', { country: 'DE' }), null],
    ['never through nobody', one('2026-05-01', { inviter: null }), null],
  ])('%s', (_what, recall, expected) => {
    expect(day(recall)).toBe(expected);
  });

  test('a country that leaves the list, or enters it, on a date', () => {
    const closed = (from: string, to: string | null): Rulebook[] => [version({
      ...rulebookV1.pro, recall_closed: [{ country: 'DE', from: `${from}T00:00:00.000Z`, to: to && `${to}T00:00:00.000Z` }],
    })];
    const recall = one('2026-05-01', { country: 'DE' });
    expect(day(recall, closed('2024-12-30', '2026-06-15'))).toBe('2026-06-15');
    expect(day(recall, closed('2026-06-15', null))).toBe('2026-05-01');
    expect(judgeRecall(one('2026-06-15', { country: 'DE' }), closed('2024-12-30', '2026-06-15')).refusals).toEqual([]);
    expect(judgeRecall({ ...one('2026-06-15', { country: 'DE' }), at: at('2026-06-15') - 1 }, closed('2024-12-30', '2026-06-15')).refusals)
      .toEqual(['recall_region_closed']);
  });

  test('another version of the rulebook ahead', () => {
    const sooner = { ...rulebookV1.pro, recall_days: [{ from: '2020-01-01T00:00:00.000Z', days: 30 }] };
    expect(day(one('2026-02-01'), [version(rulebookV1.pro, '2020-01-01', at('2026-02-10')), version(sooner, '2026-02-10', FOREVER, 2)])).toBe('2026-02-10');
  });

  test('the day before is refused, the day itself and those after are not', () => {
    for (const registered of ['2025-06-01', '2025-09-20', '2025-09-26', '2025-12-24', '2026-01-01', '2026-02-28']) {
      for (const used of [null, '2026-01-15', '2026-03-01']) {
        const recall = one('2026-03-02', { registered_at: at(registered), last_use: used === null ? null : { kind: 'activity', at: at(used) } });
        const from = possibleFrom(recall, books) as number;
        expect(judgeRecall({ ...recall, at: from }, books).refusals).toEqual([]);
        for (let before = recall.at; before < from; before += 86_400_000) expect(judgeRecall({ ...recall, at: before }, books).refusals).not.toEqual([]);
      }
    }
  });
});

test('the facts tell what was judged', () => {
  const { facts, days_required } = judgeRecall(one('2026-03-29', { last_use: { kind: 'trade', at: at('2026-03-01') } }), books);
  expect(days_required).toBe(90);
  expect(facts.map(({ code, passed, fact }) => [code, passed, fact])).toEqual([
    ['inviter_not_in_programme', true, 'pia takes part in pro'],
    ['inviter_restricted', true, "the inviter's restriction is none"],
    ['legacy_link', true, 'it came through the current link'],
    ['code_not_supported', true, 'it came through the current link'],
    ['already_bound', true, 'the account has no inviter'],
    ['account_too_young', false, 'age 87 of more than 90 days, registered on 2026-01-01'],
    ['recently_active', false, 'last trade on 2026-03-01, 28 of more than 90 days ago'],
    ['recall_region_closed', true, 'open for US'],
    ['not_confirmed', true, 'confirmed'],
  ]);
});

test('before any rulebook the number of days is not known, and is not asked', () => {
  const { refusals, days_required, facts } = judgeRecall(one('2019-01-01', { registered_at: at('2018-01-01') }), books);
  expect([refusals, days_required]).toEqual([[], null]);
  expect(facts.find(({ code }) => code === 'account_too_young')?.passed).toBe(null);
});
