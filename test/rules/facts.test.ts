/** Facts by key: each that the rules can give has a text in every language, and all the values that the text names. */
import { describe, expect, test } from 'vitest';
import { facts as german } from '../../client/i18n/de/facts.ts';
import { facts as english } from '../../client/i18n/en/facts.ts';
import { facts as persian } from '../../client/i18n/fa/facts.ts';
import { facts as french } from '../../client/i18n/fr/facts.ts';
import { rulebookV1 } from '../../seeds/reference/rulebooks.ts';
import { FOREVER } from '../../server/calendar.ts';
import { checkFactKeys, type FactValues } from '../../server/explanations/contract.ts';
import type { DecidedTrade } from '../../server/explanations/decided.ts';
import { explainChecks } from '../../server/explanations/facts.ts';
import { recallFactKeys } from '../../server/recalls/contract.ts';
import { judgeRecall, type RecallCase } from '../../server/recalls/rules.ts';
import { signalFactKeys } from '../../server/signals/contract.ts';
import { oneSidedApi, quickWithdrawals, registrationBursts, selfReferrals, thresholdActivity, type Activity, type Newcomer } from '../../server/signals/rules.ts';

interface Fact {
  fact: string;
  fact_key: string;
  fact_values: FactValues;
}

const catalogues = { en: english, fr: french, de: german, fa: persian };

function expectAllTold(area: 'check' | 'recall' | 'signal', keys: readonly string[], given: readonly Fact[]): void {
  expect([...new Set(given.map(({ fact_key }) => fact_key))].toSorted()).toEqual([...keys].toSorted());
  for (const [language, catalogue] of Object.entries(catalogues)) {
    const texts: Record<string, string> = catalogue[area];
    expect(Object.keys(texts).toSorted(), language).toEqual([...keys].toSorted());
    for (const { fact_key, fact_values } of given) {
      const named = [...(texts[fact_key] ?? '').matchAll(/%\{(\w+)\}/g)].map(([, name]) => name);
      expect(Object.keys(fact_values), `${language} ${fact_key}`).toEqual(expect.arrayContaining(named));
    }
  }
}

const at = (instant: string): number => Date.parse(instant);
const usdt = (amount: number): bigint => BigInt(amount) * 100_000_000n;

test('of the nine checks', () => {
  const trade: DecidedTrade = {
    trade_ref: 1, trade_id: 't-1', executed_at: at('2026-03-11T08:30:05.250Z'), product: 'spot', volume_e8: usdt(100), fee_e8: usdt(12), offset_e8: usdt(2),
    currency: 'USDT', via_api: 0, inviter_uid: 'ada', binding_kind: 'registration', window_start_at: at('2026-01-10T00:00:00Z'),
    activated_at: at('2026-01-05T00:00:00Z'), enrolment_id: 1, programme: 'referral', rulebook_id: 1, rulebook_version: 1, window_days: 365, api_excluded: 1,
    vip_below: 3, family: 'spot_margin', covered: 1, recall_covered: 1, vip_level: 1, restriction: 'none', inviter_country: 'AE', invitee_country: 'FR',
    region_closed: 0, tier: 1, rate_bps: 2000, base_e8: usdt(10), amount_e8: usdt(2), checks: '111111111', reason: '',
  };
  const recalled = { ...trade, binding_kind: 'recall' };
  const cases: DecidedTrade[] = [
    trade, recalled, { ...trade, window_days: null, api_excluded: 0, vip_below: null }, { ...recalled, window_days: null, recall_covered: 0, via_api: 1 },
    { ...trade, api_excluded: 0, via_api: 1, covered: 0 }, { ...trade, family: 'futures' }, { ...trade, family: 'futures', region_closed: 1 },
    { ...trade, checks: '0--------', activated_at: null, enrolment_id: null, programme: null },
    { ...trade, checks: '10-------', enrolment_id: null, programme: null },
  ];
  expectAllTold('check', checkFactKeys, cases.flatMap(explainChecks));
});

test('of a recall', () => {
  const book = { id: 1, programme: 'pro' as const, version: 1, effective_from: at('2020-01-01T00:00:00Z'), effective_to: FOREVER, document: rulebookV1.pro };
  const recall: RecallCase = {
    at: at('2026-03-01T00:00:00Z'), via: 'code', confirmed: true, registered_at: at('2025-01-01T00:00:00Z'), country: 'US', bound: false, last_use: null,
    inviter: { uid: 'pia', in_programme: true, restriction: 'frozen', country: 'US' },
  };
  const used = { ...recall, last_use: { kind: 'trade' as const, at: at('2026-02-01T00:00:00Z') } };
  const given = [
    judgeRecall(recall, [book]), judgeRecall({ ...used, bound: true, confirmed: false, country: 'DE' }, [book]), judgeRecall({ ...used, inviter: null }, []),
    judgeRecall({ ...recall, inviter: { uid: 'eve', in_programme: false, restriction: 'none', country: 'US' } }, [book]),
  ];
  expectAllTold('recall', recallFactKeys, given.flatMap(({ facts }) => facts));
});

test('of signals', () => {
  const newcomer = (invitee: string, said: Partial<Newcomer> = {}): Newcomer => ({
    id: 0, inviter: 'pia', invitee, registered: true, bound_at: 0, email: `${invitee}@x`, name: invitee, inviter_email: 'pia@x', inviter_name: 'pia', ...said,
  });
  const activity = (invitee: string): Activity => ({
    inviter: 'pia', invitee, bound_at: 0, trades: 1, volume: usdt(1_001), api_volume: 0n, deposits: usdt(101),
  });
  const withdrawn = (invitee: string) => ({ inviter: 'pia', invitee, transfer_id: invitee, at: 0, deposit: usdt(200), withdrawn: usdt(200) });
  const signals = [
    ...selfReferrals([
      newcomer('a', { email: 'pia@x', name: 'pia' }), newcomer('b', { email: 'c@x', name: 'same' }), newcomer('c', { email: 'c@x', name: 'same' }),
    ]),
    ...registrationBursts(Array.from({ length: 10 }, (_, n) => newcomer(`u${n}`))),
    ...thresholdActivity([activity('a'), activity('b'), activity('c')]),
    ...quickWithdrawals([withdrawn('a'), withdrawn('b')]),
    ...oneSidedApi([{ ...activity('a'), volume: usdt(20_000), api_volume: usdt(20_000) }]),
  ];
  expectAllTold('signal', signalFactKeys, signals.flatMap(({ facts }) => facts));
});

describe('the page', () => {
  test('has a word for each use of an account', () => {
    for (const { use } of Object.values(catalogues)) expect(Object.keys(use)).toEqual(['trade', 'activity', 'transfer']);
  });
});
