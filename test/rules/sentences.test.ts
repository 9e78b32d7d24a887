/** What customers are told of money, standing, tiers and recalls: every state in every language, with its dates and figures and nothing else. */
import { describe, expect, test } from 'vitest';
import { languages } from '../../server/explanations/contract.ts';
import { parseAmount } from '../../server/money.ts';
import { recallRefusalCodes } from '../../server/recalls/contract.ts';
import type { RulebookTier } from '../../server/rulebooks/contract.ts';
import type { Sentence } from '../../server/sentences/contract.ts';
import { balanceSentence, lineSentence, recordSentence, type LineMoney, type RecordMoney } from '../../server/sentences/money.ts';
import { recallSentence } from '../../server/sentences/recall.ts';
import { changeSentence, endSentence, restrictionSentence, type ToldChange } from '../../server/sentences/standing.ts';
import { ratesSentence, tierSentence, type TierEvaluation, type TierStanding } from '../../server/sentences/tier.ts';
import { statusChangeKinds, statusChangeStates } from '../../server/status-changes/contract.ts';

const at = (instant: string) => Date.parse(instant);
const usdt = (amount: string) => parseAmount(amount) as bigint;

/** The 11th of March 2026 as each language writes it. */
const tradeDay = { en: '11 March 2026', fr: '11 mars 2026', de: '11. März 2026', fa: '۲۰ اسفند ۱۴۰۴ (۱۱ مارس ۲۰۲۶)' };
const dayAfter = { en: '12 March 2026', fr: '12 mars 2026', de: '12. März 2026', fa: '۲۱ اسفند ۱۴۰۴ (۱۲ مارس ۲۰۲۶)' };
const deadline = { en: '05:00:00 UTC', fr: '05:00:00 UTC', de: '05:00:00 UTC', fa: '۰۵:۰۰:۰۰ به وقت UTC' };
const amount = { en: '2.5 USDT', fr: '2,5 USDT', de: '2,5 USDT', fa: '۲٫۵ USDT' };

const record: RecordMoney = {
  kind: 'commission', status: 'open', amount: usdt('2.5'), currency: 'USDT', at: at('2026-03-11T08:30:05.250Z'), run_day: '2026-03-11',
  held: false, open_sum: usdt('2.5'), line: null, paid_at: null, failed: null, reversed_at: null, reverses: null,
};
const inLine = { status: 'in_batch', line: { day: '2026-03-11', deadline_at: at('2026-03-12T05:00:00Z'), status: 'released' } } as const;
const inReadyLine = { ...inLine, line: { ...inLine.line, status: 'ready' } } as const;
const clock = { now: at('2026-03-12T01:00:00Z'), last_day: '2026-03-10' };
const late = { now: at('2026-03-12T06:00:00Z'), last_day: '2026-03-11' };
const failed = { day: '2026-03-10', failed_at: at('2026-03-11T04:00:00Z') };
const told = (facts: Partial<RecordMoney>, when = clock) => recordSentence({ ...record, ...facts }, when);

const records: [string, Sentence, ...Sentence[]][] = [
  ['zero', told({ status: 'zero', amount: 0n }), tradeDay],
  ['open', told({}), tradeDay, dayAfter, deadline, amount],
  ['open, past every known day', told({}, late), tradeDay, amount],
  ['held', told({ held: true }), tradeDay, amount],
  ['in a batch', told(inLine), tradeDay, dayAfter, deadline, amount],
  ['in a batch, late', told(inLine, late), tradeDay, dayAfter, deadline, amount],
  ['paid', told({ ...inLine, status: 'paid', paid_at: at('2026-03-12T04:00:00Z') }), tradeDay, dayAfter, amount],
  ['carried over', told({ open_sum: -usdt('1') }), tradeDay, amount],
  ['failed before, open', told({ failed }), tradeDay, amount],
  ['failed before, in a batch', told({ ...inLine, failed }), tradeDay, amount],
  ['failed before, paid', told({ ...inLine, status: 'paid', paid_at: at('2026-03-12T04:00:00Z'), failed }), tradeDay, amount],
  ['reversed while open', told({ reversed_at: at('2026-03-12T00:30:00Z') }), tradeDay, dayAfter, amount],
  ['reversed once paid', told({ ...inLine, status: 'paid', paid_at: at('2026-03-12T04:00:00Z'), reversed_at: at('2026-03-12T08:00:00Z') }), tradeDay, amount],
  ['a reversal, open', told({ kind: 'reversal', reverses: 'commission', amount: -usdt('2.5') }), tradeDay, amount],
  ['a reversal, paid', told({ ...inLine, kind: 'reversal', reverses: 'commission', status: 'paid', amount: -usdt('2.5') }), tradeDay, amount],
  ['a correction', told({ kind: 'correction' }), tradeDay, amount],
  ['a bonus', told({ kind: 'bonus' }), amount],
];

const line: LineMoney = {
  status: 'ready', amount: usdt('2.5'), currency: 'USDT', day: '2026-03-11', deadline_at: at('2026-03-12T05:00:00Z'), confirmed_at: null, held: false,
};
const confirmed_at = at('2026-03-12T04:00:00Z');
const lines: [string, Sentence, ...Sentence[]][] = [
  ['ready', lineSentence(line, clock.now), tradeDay, dayAfter, deadline, amount],
  ['ready, held', lineSentence({ ...line, held: true }, clock.now), tradeDay, amount],
  ['released, late', lineSentence({ ...line, status: 'released' }, late.now), tradeDay, dayAfter, deadline, amount],
  ['paid', lineSentence({ ...line, status: 'paid', confirmed_at }, clock.now), tradeDay, dayAfter, amount],
  ['failed', lineSentence({ ...line, status: 'failed', confirmed_at }, clock.now), tradeDay, dayAfter, amount],
  ['failed, held', lineSentence({ ...line, status: 'failed', confirmed_at, held: true }, clock.now), tradeDay, dayAfter, amount],
  ['withdrawn', lineSentence({ ...line, status: 'withdrawn' }, clock.now), tradeDay, amount],
  ['a balance', balanceSentence({ currency: 'USDT', open: usdt('2.5'), held: false, lines: [line] }, clock) as Sentence, tradeDay, amount],
  ['a balance held', balanceSentence({ currency: 'USDT', open: usdt('2.5'), held: true, lines: [] }, clock) as Sentence, amount],
];

const tiers: RulebookTier[] = [
  { tier: 0, name: 'Tier 0', rate_bps: 1500, qualified_invitees: null, qualified_volume_usdt: null },
  { tier: 1, name: 'Tier 1', rate_bps: 2000, qualified_invitees: 5, qualified_volume_usdt: '50000' },
  { tier: 2, name: 'Tier 2', rate_bps: 2500, qualified_invitees: 15, qualified_volume_usdt: '100000' },
];
const levels: RulebookTier[] = tiers.map((one, index) => ({ ...one, name: ['Partner', 'Advanced', 'Silver'][index] as string, qualified_invitees: null }));
const month: TierEvaluation = {
  tiers, month: '2026-02', tier_before: 1, qualified_invitees: 4, volume_e8: usdt('61250.5'), tier_reached: 1, outcome: 'retention', boosted: false, review: null,
};
const standing: TierStanding = { programme: 'referral', activated_at: record.at, tier: 1, tiers, evaluation: month, boost_until: null };
const tier = (evaluation: Partial<TierEvaluation>, more: Partial<TierStanding> = {}) =>
  tierSentence({ ...standing, ...more, evaluation: { ...month, tiers: more.tiers ?? tiers, ...evaluation } }) as Sentence;
const february = { en: 'February 2026', fr: 'février 2026', de: 'Februar 2026', fa: 'فوریهٔ ۲۰۲۶' };
const volume = { en: '61,250.5 USDT', fr: '61 250,5 USDT', de: '61.250,5 USDT', fa: '۶۱٬۲۵۰٫۵ USDT' };
const missing = { en: '38,749.5 USDT', fr: '38 749,5 USDT', de: '38.749,5 USDT', fa: '۳۸٬۷۴۹٫۵ USDT' };
const rate = { en: '20%', fr: '20 %', de: '20 %', fa: '۲۰٪' };
const rise = { tier_before: 1, tier_reached: 2, outcome: 'promotion' } as const;
const reasons: [string, Sentence, ...Sentence[]][] = [
  ['entry', tierSentence({ ...standing, tier: 0, evaluation: null }) as Sentence, tradeDay],
  ['kept', tier({}), february, volume, missing, rate],
  ['kept by a boost', tier({ tier_reached: 0, boosted: true, volume_e8: usdt('1') }), february, rate],
  ['fallen', tier({ outcome: 'demotion', tier_before: 2 }), february, volume, missing, rate],
  ['a rise that waits', tier({ ...rise, review: { state: 'pending', decided_at: null } }), february, volume, rate],
  ['a rise that was confirmed', tier({ ...rise, tier_reached: 1, review: { state: 'approved', decided_at: record.at } }), february, volume, rate, tradeDay],
  ...(['rejected', 'superseded', 'withdrawn'] as const).map((state): [string, Sentence, ...Sentence[]] =>
    [`a rise that was ${state}`, tier({ ...rise, review: { state, decided_at: null } }), february, volume, rate]),
  ['risen by itself', tier({ ...rise, qualified_invitees: null }, { programme: 'partner', tiers: levels }), february, volume, rate],
  ['the highest', tier({}, { tier: 2 }), february, volume],
  ['of three months', tier({ qualified_invitees: null }, { programme: 'partner', tiers: levels }), february, volume, missing, rate],
  ['protected', tier({}, { boost_until: record.at }), february, tradeDay],
  ['no tiers', ratesSentence({ spot_margin: 2000, futures: 1000, mining: 1000 }), rate],
];

const change: ToldChange = {
  kind: 'freeze', state: 'applied', to: 'frozen', reason_code: 'suspected_law_breach', effective_at: record.at, requested_at: record.at, laid_on: true,
  over_at: null, ended: null,
};
const ends = (['moved_to_collaborator', 'account_type_changed', 'left', 'terminated', 'programme_ended'] as const).map((reason) =>
  ({ at: record.at, programme: 'referral', reason, type: 'broker' }) as const);
const standings: [string, Sentence, ...Sentence[]][] = [
  ...ends.map((end): [string, Sentence, ...Sentence[]] => [`ended: ${end.reason}`, endSentence(end), tradeDay]),
  ...(['restricted', 'frozen', 'suspended'] as const).map((one): [string, Sentence, ...Sentence[]] => [one, restrictionSentence(one, record.at), tradeDay]),
  ...(['restrict', 'freeze', 'suspend'] as const).map((kind): [string, Sentence, ...Sentence[]] =>
    [`${kind}, over`, changeSentence({ ...change, kind, over_at: at('2026-03-12T09:00:00Z') }) as Sentence, tradeDay, dayAfter]),
  ['lifted', changeSentence({ ...change, kind: 'lift' }) as Sentence, tradeDay],
  ['another type', changeSentence({ ...change, kind: 'account_type', to: 'broker', laid_on: false }) as Sentence, tradeDay],
  ['about to leave', changeSentence({ ...change, kind: 'leave', state: 'approved', laid_on: false }) as Sentence, tradeDay],
  ['asked for', changeSentence({ ...change, reason_code: 'user_request' }) as Sentence, tradeDay],
];

const ninety = { en: '90 days', fr: '90 jours', de: '90 Tage', fa: '۹۰ روز' };
const asked = { at: record.at, days_required: 90, possible_from: null };
const recalls: [string, Sentence, ...Sentence[]][] = [
  ['possible', recallSentence({ ...asked, refusals: [], possible_from: '2026-03-11' }), tradeDay, ninety],
  ['without a rule', recallSentence({ ...asked, refusals: [], days_required: null }), tradeDay],
  ...recallRefusalCodes.map((code): [string, Sentence, ...Sentence[]] => [code, recallSentence({ ...asked, refusals: [code] }), tradeDay]),
  ['later', recallSentence({ ...asked, refusals: ['recently_active'], possible_from: '2026-04-03' }), tradeDay, ninety],
];

/** Names of what lies behind it, codes of the house, and who works there. */
const secrets = /suspen[ds]|suspect|frozen|freez|restrict|breach|gesperrt|eingefroren|verdacht|gelé|soupçon|تعلیق|مسدود|مظنون|\bstaff|compliance|\boperations|[a-z]_[a-z]|\bVIP\b/i;

describe.each([['records', records], ['lines', lines], ['tiers', reasons], ['standings', standings], ['recalls', recalls]])('%s', (_area, all) => {
  test.each(all)('%s: each language, with its dates and figures, and no secret', (_name, sentence, ...facts) => {
    expect(Object.keys(sentence)).toEqual([...languages]);
    expect(new Set(Object.values(sentence)).size).toBe(languages.length);
    for (const language of languages) {
      const text = sentence[language].replaceAll(/\s/g, ' ');
      expect(text).not.toMatch(/undefined|null|NaN|Invalid|\$\{|\{|\}| {2}/);
      expect(text).toMatch(/\.$/);
      expect(text).not.toMatch(secrets);
      for (const fact of facts) expect(text).toContain(fact[language]);
    }
    expect(sentence.fa).not.toMatch(/[0-9٠-٩]/);
  });

  test('each says something of its own', () => {
    for (const language of languages) {
      const texts = all.map(([, sentence]) => sentence[language]);
      const twice = texts.filter((text, index) => texts.indexOf(text) !== index);
      // Why a rise was not confirmed is the house's own.
      expect(twice.filter((text) => !text.includes(reasonless[language]))).toEqual([]);
    }
  });
});
const reasonless = { en: 'was not confirmed', fr: 'n’a pas été confirmé', de: 'nicht bestätigt', fa: 'تأیید نشد' };

describe('what a customer is not told', () => {
  test.each(statusChangeKinds.flatMap((kind) => statusChangeStates.map((state) => [kind, state] as const)))('%s, %s', (kind, state) => {
    const sentence = changeSentence({ ...change, kind, state, to: 'broker', laid_on: false });
    // Nor of a lift whose instant came behind a freeze: nothing was lifted.
    expect(sentence !== null).toBe((kind === 'account_type' && state === 'applied') || (kind === 'leave' && state === 'approved'));
  });

  test('why: all reasons but a wish of the customer read alike', () => {
    const texts = ['suspected_law_breach', 'suspected_terms_breach', 'cleared', 'correction', 'other', 'feed_change'] as const;
    expect(new Set(texts.map((reason_code) => changeSentence({ ...change, reason_code })?.en)).size).toBe(1);
    expect(changeSentence({ ...change, reason_code: 'user_request' })?.en).toContain('asked for on 11 March 2026');
  });

  test('how another account is used, where waiting does not help', () => {
    const bound = recallSentence({ ...asked, refusals: ['already_bound'] });
    expect(recallSentence({ ...asked, refusals: ['already_bound', 'account_too_young', 'recently_active'] })).toEqual(bound);
  });

  test('when another account was last used: the first possible day tells it', () => {
    const on = (possible_from: string) => recallSentence({ ...asked, refusals: ['recently_active'], possible_from });
    expect(on('2026-04-03')).toEqual(on('2026-05-28'));
  });

  test('what holds a payout', () => {
    expect(told({ ...inReadyLine, held: true })).toEqual(told({ held: true }));
    expect(told({ held: true }).en).toBe(
      'Your commission of 2.5 USDT for the trade of 11 March 2026 at 08:30:05 UTC is recorded. Its payout is on hold at present; ' +
      'once the hold ends, what is due is paid with the next daily payout.',
    );
  });
});

describe('a hold that comes too late', () => {
  test.each(['released', 'late'] as const)('takes nothing out of a released batch (PAY-3): %s', (when) => {
    const asked = when === 'late' ? late : clock;
    expect(told({ ...inLine, held: true }, asked)).toEqual(told(inLine, asked));
    expect(lineSentence({ ...line, status: 'released', held: true }, asked.now)).toEqual(lineSentence({ ...line, status: 'released' }, asked.now));
  });

  test('promises no next daily payout of what failed', () => {
    expect(lineSentence({ ...line, status: 'failed', confirmed_at, held: true }, clock.now).en).toBe(
      'The payment of 2.5 USDT with the payout for 11 March 2026 failed on 12 March 2026 at 04:00:00 UTC. Payment is on hold at present; once the hold ' +
      'ends, what is due is tried again with the next daily payout.',
    );
  });
});

describe('a ladder that changed since the month (TIE-3)', () => {
  const steeper = tiers.map((one) => ({ ...one, rate_bps: one.rate_bps + 100, ...(one.tier > 0 ? { qualified_invitees: 99, qualified_volume_usdt: '999999' } : {}) }));

  test('the month is told by its own conditions, the rate by today’s', () => {
    expect(tier({ tiers }, { tiers: steeper }).en).toBe(tier({}).en.replace('at a rate of 20%', 'at a rate of 21%'));
  });

  test('with fewer tiers: what was missed is still told, and nothing of a tier that is no more', () => {
    expect(tier({ tiers }, { tiers: tiers.slice(0, 2) }).en).toBe(tier({}).en);
    expect(tierSentence({ ...standing, tiers: tiers.slice(0, 1) })).toBeNull();
    expect(tierSentence({ ...standing, tiers: tiers.slice(0, 1), evaluation: null })).toBeNull();
  });
});

describe('golden texts', () => {
  test('when the money comes', () => {
    expect(told({}).en).toBe(
      'Your commission of 2.5 USDT for the trade of 11 March 2026 at 08:30:05 UTC is to be paid with the payout for 11 March 2026, which is due by ' +
      '12 March 2026 at 05:00:00 UTC.',
    );
    expect(told({ run_day: '2026-03-05' }).de).toBe(
      'Ihre Provision von 2,5 USDT für den Trade am 11. März 2026 um 08:30:05 UTC wird mit der Auszahlung für den 11. März 2026 gezahlt, ' +
      'die bis zum 12. März 2026 um 05:00:00 UTC fällig ist.',
    );
    expect(told({ ...inLine, status: 'paid', paid_at: confirmed_at }).fa).toBe(
      'مبلغ ۲٫۵ USDT (پورسانت شما برای معاملهٔ ۲۰ اسفند ۱۴۰۴ (۱۱ مارس ۲۰۲۶) ساعت ۰۸:۳۰:۰۵ به وقت UTC) در ۲۱ اسفند ۱۴۰۴ (۱۲ مارس ۲۰۲۶) ساعت ' +
      '۰۴:۰۰:۰۰ به وقت UTC همراه با پرداخت روز ۲۰ اسفند ۱۴۰۴ (۱۱ مارس ۲۰۲۶) به کیف پول اسپات شما واریز شد.',
    );
  });

  test('why this tier', () => {
    expect(tier({}).en).toBe(
      'In February 2026 you had 4 qualified invitees and a qualified volume of 61,250.5 USDT. With that you keep tier 1, at a rate of 20%. For tier 2, ' +
      '15 qualified invitees or 100,000 USDT of qualified volume are needed in one month: 11 more invitees, or 38,749.5 USDT more.',
    );
  });

  test('whether it can be recalled', () => {
    expect(recallSentence({ ...asked, refusals: ['recently_active'], possible_from: '2026-04-03' }).fr.replaceAll(/\s/g, ' ')).toBe(
      'À la date du 11 mars 2026, ce compte ne peut pas vous être rattaché. Un compte doit être resté inutilisé pendant plus de 90 jours. ' +
      'Cela peut devenir possible plus tard, si rien d’autre ne change et si le compte n’est pas utilisé d’ici là.',
    );
  });
});
