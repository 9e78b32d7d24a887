/** The sentence for the ticket: every reason in every language, with the figures of its case and nothing private. */
import { describe, expect, test } from 'vitest';
import { zeroReasons, type ZeroReason } from '../../server/commissions/contract.ts';
import type { DecidedTrade, TradeFacts } from '../../server/explanations/decided.ts';
import { languages, noRecordReasons, type Language } from '../../server/explanations/contract.ts';
import { german } from '../../server/sentences/tongues/de.ts';
import { english } from '../../server/sentences/tongues/en.ts';
import { persian } from '../../server/sentences/tongues/fa.ts';
import { french } from '../../server/sentences/tongues/fr.ts';
import { sentenceOf } from '../../server/sentences/trade.ts';
import { products } from '../../server/rulebooks/contract.ts';

type Sentences = Record<Language, string>;

const at = (instant: string) => Date.parse(instant);

/** A spot trade of 10 USDT net fee at 20 %: 2 USDT. */
const decided: DecidedTrade = {
  trade_ref: 1, trade_id: 't-1', executed_at: at('2026-03-11T08:30:05.250Z'), product: 'spot',
  volume_e8: 1_000_000_000_000n, fee_e8: 1_250_000_000n, offset_e8: 250_000_000n,
  currency: 'USDT', via_api: 0, inviter_uid: 'u-inviter',
  binding_kind: 'registration', window_start_at: at('2025-03-10T17:00:00.000Z'),
  activated_at: at('2025-01-05T09:00:00.000Z'),
  enrolment_id: 1, programme: 'referral', rulebook_id: 1, rulebook_version: 1,
  window_days: 365, api_excluded: 1, vip_below: 3,
  family: 'spot_margin', covered: 1, recall_covered: 1, vip_level: 7, restriction: 'suspended', inviter_country: 'KP',
  invitee_country: 'NL', region_closed: 0, tier: 1, rate_bps: 2000, base_e8: 1_000_000_000n, amount_e8: 200_000_000n,
  checks: '111111111', reason: '',
};

const unrecorded: TradeFacts = {
  id: 1, trade_id: 't-1', invitee_uid: 'u-invitee', executed_at: decided.executed_at, product: 'spot',
  volume_e8: '1000000000000',
  fee_e8: '1250000000', offset_e8: '250000000', currency: 'USDT', via_api: 0, inviter_uid: 'u-inviter',
  bound_at: at('2026-03-12T06:00:00.000Z'), record_id: null, known_at: null, run_day: null, status: null,
};

const tradeDay = { en: '11 March 2026', fr: '11 mars 2026', de: '11. März 2026', fa: '۲۰ اسفند ۱۴۰۴ (۱۱ مارس ۲۰۲۶)' };
const tradeTime = { en: '08:30:05 UTC', fr: '08:30:05 UTC', de: '08:30:05 UTC', fa: '۰۸:۳۰:۰۵ به وقت UTC' };

/** Narrow and no-break spaces are the locale's own; here any space will do. */
function plain(sentences: Sentences): Sentences {
  const entries = languages.map((language) => [language, sentences[language].replace(/\s/g, ' ')] as const);
  return Object.fromEntries(entries) as Sentences;
}

function expectAll(sentences: Sentences, ...figures: Sentences[]): void {
  const text = plain(sentences);
  for (const language of languages) {
    for (const figure of figures) expect(text[language]).toContain(figure[language]);
  }
}

const zero = (reason: ZeroReason, facts: Partial<DecidedTrade> = {}) =>
  sentenceOf(reason, { ...decided, reason, amount_e8: 0n, ...facts });

describe('every reason', () => {
  const all: [string, Sentences][] = [
    ['earned', sentenceOf(null, decided)],
    ['cut to nothing', sentenceOf(null, { ...decided, base_e8: 3n, amount_e8: 0n })],
    ...zeroReasons.map((reason): [string, Sentences] => [reason, zero(reason)]),
    ...noRecordReasons.map((reason): [string, Sentences] => [reason, sentenceOf(reason, unrecorded)]),
  ];

  test.each(all)('%s: one or two sentences in each language, with the day of the trade', (_reason, sentences) => {
    expect(Object.keys(sentences)).toEqual([...languages]);
    expect(new Set(Object.values(sentences)).size).toBe(languages.length);
    expectAll(sentences, tradeDay);
    for (const text of Object.values(sentences)) {
      expect(text).not.toMatch(/undefined|null|NaN|Invalid|\s{2}/);
      expect(text).toMatch(/\.$/);
      expect(text.length).toBeLessThan(320);
    }
  });

  test('each says something of its own', () => {
    expect(new Set(all.map(([, sentences]) => sentences.en)).size).toBe(all.length);
  });

  test('Persian has Persian digits only', () => {
    for (const [reason, sentences] of all) expect(sentences.fa, reason).not.toMatch(/[0-9٠-٩]/);
  });

  test('no language lacks a product', () => {
    const tongues = [english, french, german, persian];
    for (const tongue of tongues) {
      expect(Object.keys(tongue.products)).toEqual([...products]);
      expect(new Set(Object.values(tongue.products)).size).toBe(products.length);
    }
  });
});

describe('figures', () => {
  test('earned: base, rate and amount', () => {
    expectAll(
      sentenceOf(null, decided), tradeTime,
      { en: '10 USDT', fr: '10 USDT', de: '10 USDT', fa: '۱۰ USDT' },
      { en: '20%', fr: '20 %', de: '20 %', fa: '۲۰٪' },
      {
        en: 'your commission is 2 USDT.', fr: 'votre commission est de 2 USDT.',
        de: 'Ihre Provision 2 USDT.', fa: 'پورسانت شما ۲ USDT است.',
      },
    );
  });

  test('the longest amounts keep every digit', () => {
    // 92,233,720,368.54775807 × 15.5 % = 14,296,226,657.1249025…, cut to 8 places
    const base_e8 = 9_223_372_036_854_775_807n;
    const amount_e8 = (base_e8 * 1550n) / 10_000n;
    expect(amount_e8).toBe(1_429_622_665_712_490_250n);
    expectAll(
      sentenceOf(null, { ...decided, base_e8, rate_bps: 1550, amount_e8, currency: 'SHIB' }),
      {
        en: '92,233,720,368.54775807 SHIB', fr: '92 233 720 368,54775807 SHIB',
        de: '92.233.720.368,54775807 SHIB', fa: '۹۲٬۲۳۳٬۷۲۰٬۳۶۸٫۵۴۷۷۵۸۰۷ SHIB',
      },
      {
        en: '14,296,226,657.1249025 SHIB', fr: '14 296 226 657,1249025 SHIB',
        de: '14.296.226.657,1249025 SHIB', fa: '۱۴٬۲۹۶٬۲۲۶٬۶۵۷٫۱۲۴۹۰۲۵ SHIB',
      },
      { en: '15.5%', fr: '15,5 %', de: '15,5 %', fa: '۱۵٫۵٪' },
      { en: 'eighth decimal', fr: 'huitième', de: 'achten', fa: 'هشتمین' },
    );
  });

  test('what comes out even is not said to be cut', () => {
    expect(sentenceOf(null, decided).en).not.toContain('eighth');
  });

  test('earned but cut to 0: 0.00000003 × 20 % is below the smallest unit', () => {
    expectAll(
      sentenceOf(null, { ...decided, base_e8: 3n, amount_e8: 0n }),
      { en: '0.00000003 USDT', fr: '0,00000003 USDT', de: '0,00000003 USDT', fa: '۰٫۰۰۰۰۰۰۰۳ USDT' },
      {
        en: 'below 0.00000001 USDT', fr: 'inférieure à 0,00000001 USDT',
        de: 'unter 0,00000001 USDT', fa: 'کمتر از ۰٫۰۰۰۰۰۰۰۱ USDT',
      },
    );
  });

  test('a ratio of 0 % is not called a cut', () => {
    const sentences = sentenceOf(null, { ...decided, rate_bps: 0, amount_e8: 0n });
    expectAll(sentences, { en: 'was 0%', fr: 'de 0 %', de: 'betrug dabei 0 %', fa: '۰٪ بود' });
    expect(sentences.en).not.toContain('smallest');
  });

  test('not_activated and enrolment_ended name the instant; the latter the first activation too', () => {
    expectAll(zero('not_activated', { activated_at: null, enrolment_id: null, programme: null }), tradeTime);
    expectAll(zero('enrolment_ended', { enrolment_id: null, programme: null }), tradeTime, {
      en: '5 January 2025', fr: '5 janvier 2025', de: '5. Januar 2025', fa: '۱۶ دی ۱۴۰۳',
    });
  });

  test('window_expired: the opening of the account and the last day that earns', () => {
    const sentences = zero('window_expired');
    expectAll(
      sentences,
      {
        en: 'opened on 10 March 2025', fr: 'ouvert le 10 mars 2025',
        de: 'am 10. März 2025 eröffnet', fa: '۲۰ اسفند ۱۴۰۳ (۱۰ مارس ۲۰۲۵) باز شد',
      },
      {
        en: 'including 10 March 2026', fr: 'au 10 mars 2026 inclus',
        de: 'einschließlich 10. März 2026', fa: 'تا پایان روز ۱۹ اسفند ۱۴۰۴ (۱۰ مارس ۲۰۲۶)',
      },
    );
    expectAll(zero('window_expired', { binding_kind: 'recall' }), {
      en: 'linked to you on 10 March 2025', fr: 'depuis le 10 mars 2025',
      de: 'Ihnen am 10. März 2025 zugeordnet', fa: '۲۰ اسفند ۱۴۰۳ (۱۰ مارس ۲۰۲۵) به شما متصل شد',
    });
  });

  test('days are those of UTC, at both ends of one', () => {
    const first = zero('window_expired', { executed_at: at('2026-03-11T00:00:00.000Z') });
    const last = zero('window_expired', { executed_at: at('2026-03-11T23:59:59.999Z') });
    expect(first).toEqual(last);
    expectAll(zero('api_trade', { executed_at: at('2026-03-11T00:00:00.000Z') }), {
      en: '11 March 2026 at 00:00:00 UTC', fr: '11 mars 2026 à 00:00:00 UTC',
      de: '11. März 2026 um 00:00:00 UTC', fa: '۲۰ اسفند ۱۴۰۴ (۱۱ مارس ۲۰۲۶) ساعت ۰۰:۰۰:۰۰ به وقت UTC',
    });
  });

  test('product_not_covered: the product; for a recalled invitee another sentence', () => {
    const mining = { product: 'mining', family: 'mining', covered: 0, recall_covered: 0 };
    expectAll(zero('product_not_covered', mining), { en: 'mining', fr: 'minage', de: 'Mining', fa: 'استخراج' });
    const recalled = zero('product_not_covered', { product: 'copy', binding_kind: 'recall', recall_covered: 0 });
    expectAll(recalled, {
      en: 'existed before', fr: 'déjà un compte',
      de: 'schon vor der Zuordnung', fa: 'پیش از اتصال',
    });
    expect(zero('product_not_covered', { ...mining, binding_kind: 'recall' }).en).not.toContain('existed before');
  });

  test('no_net_fee: the fee that was covered, or that there was none', () => {
    expectAll(zero('no_net_fee', { fee_e8: 123_450_000n, offset_e8: 123_450_000n, base_e8: 0n }), {
      en: '1.2345 USDT', fr: '1,2345 USDT', de: '1,2345 USDT', fa: '۱٫۲۳۴۵ USDT',
    });
    expectAll(zero('no_net_fee', { fee_e8: 0n, offset_e8: 0n, base_e8: 0n }), {
      en: '0 USDT', fr: '0 USDT',
      de: '0 USDT', fa: '۰ USDT',
    });
  });

  test('before_binding: both instants, to the millisecond where only that tells them apart', () => {
    expectAll(sentenceOf('before_binding', unrecorded), tradeTime, {
      en: '12 March 2026 at 06:00:00 UTC', fr: '12 mars 2026 à 06:00:00 UTC',
      de: '12. März 2026 um 06:00:00 UTC', fa: '۲۱ اسفند ۱۴۰۴ (۱۲ مارس ۲۰۲۶) ساعت ۰۶:۰۰:۰۰ به وقت UTC',
    });
    expectAll(
      sentenceOf('before_binding', { ...unrecorded, bound_at: decided.executed_at + 1 }),
      { en: '08:30:05.250', fr: '08:30:05,250', de: '08:30:05,250', fa: '۰۸:۳۰:۰۵٫۲۵۰' },
      { en: '08:30:05.251', fr: '08:30:05,251', de: '08:30:05,251', fa: '۰۸:۳۰:۰۵٫۲۵۱' },
    );
  });
});

describe('what the inviter may not know', () => {
  test.each([...zeroReasons])('%s tells no VIP level, country, restriction, uid or tier', (reason) => {
    const futures = { product: 'futures_usdt', family: 'futures' };
    const facts = { executed_at: at('2026-03-11T08:30:05.250Z'), ...futures, region_closed: 1, vip_level: 7 };
    for (const text of Object.values(zero(reason, facts))) {
      expect(text).not.toMatch(/VIP|[7۷]|\bKP\b|\bNL\b|u-inviter|suspen[ds]|gesperrt|تعلیق/i);
    }
  });
});

describe('facts that a reason needs', () => {
  test('a missing one throws instead of leaving a hole', () => {
    expect(() => sentenceOf(null, { ...decided, rate_bps: null })).toThrow('rate_bps');
    expect(() => zero('window_expired', { window_days: null })).toThrow('window_days');
    expect(() => zero('enrolment_ended', { activated_at: null })).toThrow('activated_at');
    expect(() => zero('product_not_covered', { product: 'options' })).toThrow('product');
    expect(() => sentenceOf('before_binding', { ...unrecorded, bound_at: null })).toThrow('bound_at');
  });
});
