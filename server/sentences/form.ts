import type { Language } from '../explanations/contract.ts';
import { monthStart } from '../calendar.ts';
import { formatAmount } from '../money.ts';
import type { Sentence } from './contract.ts';
import { german } from './tongues/de.ts';
import { english } from './tongues/en.ts';
import { persian } from './tongues/fa.ts';
import { french } from './tongues/fr.ts';
import type { Form, Phrases, Told, Tongue } from './wording.ts';

/** The formatters of each language, made once. */
const forms: Record<Language, Form> = { en: formOf(english), fr: formOf(french), de: formOf(german), fa: formOf(persian) };

/** Says a case in every language. */
export function speaker<C>(phrases: Record<Language, Phrases<C>>): (told: Told<C>) => Sentence {
  const say = (language: Language, { tells, facts }: Told<C>): string => phrases[language][tells](facts as never, forms[language]);
  return (told) => ({ en: say('en', told), fr: say('fr', told), de: say('de', told), fa: say('fa', told) });
}

/** Sentences one after the other. */
export function together(...sentences: Sentence[]): Sentence {
  const join = (language: Language): string => sentences.map((one) => one[language]).join(' ');
  return { en: join('en'), fr: join('fr'), de: join('de'), fa: join('fa') };
}

function formOf(tongue: Tongue): Form {
  const { locale } = tongue;
  const clock = { timeZone: 'UTC', hourCycle: 'h23', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  const seconds = new Intl.DateTimeFormat(locale, clock);
  const milliseconds = new Intl.DateTimeFormat(locale, { ...clock, fractionalSecondDigits: 3 });
  const month = new Intl.DateTimeFormat(tongue.beside ?? locale, { timeZone: 'UTC', month: 'long', year: 'numeric' });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 8 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const day = dayOf(tongue);
  return {
    day,
    moment: (at, precise = false) => tongue.moment(day(at), (precise ? milliseconds : seconds).format(at)),
    month: (name) => month.format(monthStart(name)),
    // A decimal in text is formatted digit by digit; as a number it would be rounded to a double.
    money: (amount, currency) => `${decimal.format(formatAmount(amount) as Intl.StringNumericLiteral)} ${currency}`,
    count: (number) => decimal.format(number),
    // A basis point is 10,000 units of 10^-8.
    rate: (bps) => percent.format(formatAmount(BigInt(bps) * 10_000n) as Intl.StringNumericLiteral),
    product: (product) => tongue.products[product],
    family: (family) => tongue.families[family],
    accountType: (type) => tongue.accountTypes[type],
    step: ({ programme, tier, name }) => (programme === 'referral' ? tongue.tier(decimal.format(tier)) : name),
    address: (url) => `\u2068${url}\u2069`,
  };
}

function dayOf({ locale, beside }: Tongue): (at: number) => string {
  const long = { timeZone: 'UTC', dateStyle: 'long' } as const;
  const own = new Intl.DateTimeFormat(locale, long);
  if (beside === null) return (at) => own.format(at);
  const other = new Intl.DateTimeFormat(beside, long);
  return (at) => `${own.format(at)} (${other.format(at)})`;
}
