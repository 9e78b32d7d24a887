import type { Tongue } from '../wording.ts';

/** Days are Solar Hijri, with the Gregorian one beside them. A Persian word follows every currency code, so that the figures after it keep their place. */
export const persian: Tongue = {
  locale: 'fa-IR',
  beside: 'fa-IR-u-ca-gregory',
  moment: (day, time) => `${day} ساعت ${time} به وقت UTC`,
  products: {
    spot: 'معاملات اسپات',
    margin: 'معاملات مارجین',
    futures_usdt: 'فیوچرز با وثیقهٔ تتر',
    futures_coin: 'فیوچرز با وثیقهٔ کوین',
    onchain: 'معاملات آن‌چین',
    copy: 'کپی‌تریدینگ',
    strategy: 'معاملات با استراتژی',
    mining: 'استخراج',
  },
  families: {
    spot_margin: 'اسپات و مارجین',
    futures: 'فیوچرز',
    mining: 'استخراج',
  },
  accountTypes: {
    normal: 'حساب عادی',
    broker: 'حساب کارگزاری',
    institutional: 'حساب نهادی',
    market_maker: 'حساب بازارساز',
    collaborator: 'حساب همکار',
  },
  tier: (number) => `سطح ${number}`,
};
