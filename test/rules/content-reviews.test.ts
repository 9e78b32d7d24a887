import { describe, expect, it } from 'vitest';
import { linksOf } from '../../server/affiliates/contract.ts';
import { contentReasonCodes, newContentReview } from '../../server/content-reviews/contract.ts';
import { distanceOf, lookAlikesOf, skeletonOf } from '../../server/content-reviews/rules.ts';
import { decisionText } from '../../server/sentences/content.ts';
import { languages } from '../../server/explanations/contract.ts';

const plainWords = { channel: 'a blog', text: 'Join and trade.' };

function inUrl(url: string): (string | number | null)[][] {
  return lookAlikesOf({ url, ...plainWords }).map(({ kind, distance, shown }) => [kind, distance, shown]);
}

function inText(text: string): string[] {
  return lookAlikesOf({ url: 'https://example.com/', channel: '-', text }).map(({ kind, shown }) => `${kind} ${shown}`);
}

describe('CAM-5: look-alikes of the official domains', () => {
  it.each<[string, string, string, number | null]>([
    // letters of other scripts, marks, widths, ligatures of two letters
    ['https://bіnance.com/', 'homoglyph', 'bіnance.com', 1],
    ['https://xn--bnance-pvf.com/', 'homoglyph', 'bіnance.com', 1],
    ['https://binаnсе.com/', 'homoglyph', 'binаnсе.com', 3],
    ['https://bínance.com/', 'homoglyph', 'bínance.com', 1],
    ['https://ḃiṇanċe.com/', 'homoglyph', 'ḃiṇanċe.com', 3],
    ['https://bınance.com/', 'homoglyph', 'bınance.com', 1],
    ['https://bіnance-bonus.com/', 'homoglyph', 'bіnance-bonus.com', 7],
    ['https://bіnance.org/', 'homoglyph', 'bіnance.org', 1],
    // letters changed, left out, put in, swapped
    ['https://bimance.com/', 'typo', 'bimance.com', 1],
    ['https://b1nance.com/', 'typo', 'b1nance.com', 1],
    ['https://bnance.com/', 'typo', 'bnance.com', 1],
    ['https://binnance.com/', 'typo', 'binnance.com', 1],
    ['https://binacne.com/', 'typo', 'binacne.com', 1],
    ['https://bin-ance.com/', 'typo', 'bin-ance.com', 1],
    ['https://bynanse.com/', 'typo', 'bynanse.com', 2],
    // words around it
    ['https://binance-bonus.com/', 'inserted_words', 'binance-bonus.com', null],
    ['https://mybinance.com/', 'inserted_words', 'mybinance.com', null],
    ['https://wwwbinance.com/', 'inserted_words', 'wwwbinance.com', null],
    ['https://binnance-login.com/', 'inserted_words', 'binnance-login.com', 1],
    // other top-level domains
    ['https://binance.net/', 'other_tld', 'binance.net', null],
    ['https://www.binance.co.uk/', 'other_tld', 'www.binance.co.uk', null],
    ['https://binance.cоm/', 'other_tld', 'binance.cоm', null],
    ['http://BINANCE.SUPPORT/', 'other_tld', 'binance.support', null],
    // hosts of somebody else
    ['https://binance.com.evil.io/', 'subdomain', 'binance.com.evil.io', null],
    ['https://binance.github.io/', 'subdomain', 'binance.github.io', null],
    ['https://www-binance-com.evil.io/', 'subdomain', 'www-binance-com.evil.io', null],
    ['https://bіnance.evil.io/', 'subdomain', 'bіnance.evil.io', null],
    ['https://bin.ance.io/', 'subdomain', 'bin.ance.io', null],
    ['https://www.binance.com@evil.io/', 'credentials', 'www.binance.com@evil.io', null],
    ['https://t.me/@binance_help', 'handle', '@binance_help', null],
    ['https://youtube.com/%40B%D1%96nance', 'handle', '@Bіnance', 1],
  ])('%s is a %s', (url, kind, shown, distance) => {
    expect(inUrl(url)).toEqual([[kind, distance, shown]]);
    expect(lookAlikesOf({ url, ...plainWords })[0]).toMatchObject({ place: 'url', resembles: 'binance.com' });
  });

  it.each([
    ...Object.values(linksOf('ADA1')), 'https://binance.com/', 'https://binance.com./', 'https://academy.binance.com/en', 'https://x:y@www.binance.com/',
    'https://example.com/binance', 'https://finance.yahoo.com/', 'https://finances.example.org/', 'https://t.me/@binance', 'https://t.me/@Binance',
    'https://192.0.2.1/', 'https://[2001:db8::1]/', 'http://localhost/', 'https://bina.nz/', 'https://enhance.dev/', 'https://münchen.de/', 'https://example.com/%zz',
    'https://crypto-finance.news/',
  ])('%s is none', (url) => {
    expect(inUrl(url)).toEqual([]);
  });

  it('what channel and text name is looked at, domains and handles, each once', () => {
    expect(inText('See binance.com, mail help@binance.com or @binance. Version 1.2, e.g. finance at index.html')).toEqual([]);
    expect(inText('Go to https://binance-bonus.com/x?y=1, again binance-bonus.com; write to help@binance-help.org or @Binance_Official!')).toEqual([
      'inserted_words binance-bonus.com', 'inserted_words binance-help.org', 'handle @Binance_Official',
    ]);
    expect(inText('ｂｉｎａｎｃｅ．ｎｅｔ and BİNANCE.net')).toEqual(['other_tld binance.net', 'homoglyph bi̇nance.net']);
    const { place, found, shown } = lookAlikesOf({ url: 'https://example.com/', channel: 'Telegram @bіnance', text: 'x' })[0] ?? {};
    expect([place, found, shown]).toEqual(['channel', '@bіnance', '@bіnance']);
  });

  it('ten thousand characters made to be slow take no time, and tell twenty at most', { timeout: 10_000 }, () => {
    const texts = ['a'.repeat(10_000), 'a.'.repeat(5_000), '@'.repeat(10_000), 'о'.repeat(10_000), 'binance.net '.repeat(800),
      Array.from({ length: 500 }, (_, n) => `binance-${n}.com`).join(' ')];
    for (const text of texts) {
      expect(lookAlikesOf({ url: 'https://example.com/', channel: text.slice(0, 200), text }).length).toBeLessThanOrEqual(20);
    }
  });

  it('measures letters changed, left out, put in and swapped', () => {
    const measured = [['', ''], ['', 'abc'], ['abc', 'abc'], ['abc', 'acb'], ['abc', 'abd'], ['abc', 'ab'], ['kitten', 'sitting']].map(([a, b]) => distanceOf(a!, b!));
    expect(measured).toEqual([0, 3, 0, 1, 1, 1, 3]);
    expect(skeletonOf('ΒіNａNⅽĚ')).toBe('binance');
  });
});

describe('a submission', () => {
  const body = { affiliate_uid: 'ada', url: 'https://example.com/a', channel: 'a blog', text: 'Join.' };

  it.each([
    'javascript:alert(1)', 'java\tscript:alert(1)', 'JAVASCRIPT:alert(1)', ' https://example.com', 'https://example.com/\n', 'data:text/html,x', 'ftp://example.com/',
    'https:///', 'https://', '//example.com', 'example.com', 'https://exa\u200bmple.com/', `https://example.com/${'a'.repeat(2_000)}`, 'vbscript:x', 'blob:https://example.com/x',
  ])('takes http and https alone: not %j', (url) => {
    expect(newContentReview.safeParse({ ...body, url }).success).toBe(false);
  });

  it('takes a text of 10,000 characters, not one more, nor an empty one', () => {
    for (const [text, taken] of [['a'.repeat(10_000), true], ['a'.repeat(10_001), false], ['  ', false]] as const) {
      expect(newContentReview.safeParse({ ...body, text }).success).toBe(taken);
    }
  });
});

describe('the decision as it is given out', () => {
  const content = { url: 'https://example.com/a', requested_at: Date.parse('2026-03-11T23:30:00Z') };

  it('is its own in each language and for each reason, and names address and day', () => {
    const all = [null, ...contentReasonCodes].flatMap((reason) => Object.values(decisionText(content, reason)));
    expect(new Set(all).size).toBe((contentReasonCodes.length + 1) * languages.length);
    for (const text of all) expect(text).toContain('\u2068https://example.com/a\u2069');
    expect(decisionText(content, 'look_alike').en).toBe('The promotional content that you submitted on 11 March 2026 (\u2068https://example.com/a\u2069) is not approved and may not be '
      + 'used. It uses a domain or a handle that can be taken for one of ours. You may submit it again once this is put right.');
    expect(decisionText(content, null).de).toContain('11. März 2026');
    expect(decisionText(content, null).fa).toContain('۱۴۰۴');
    expect(decisionText(content, null).fr).toContain('11 mars 2026');
  });
});
