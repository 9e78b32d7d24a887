/**
 * The figures of performance (DSH-1, DSH-2) read a second time: every list whole, every period by walking its days, no sums kept.
 * It shares no code with the product.
 */

export interface PerformedRecord {
  kind: string;
  inviter: string;
  invitee: string | null;
  family: string;
  currency: string;
  /** In 10^-8. */
  amount: bigint;
  earns: boolean;
  at: number;
  /** When what a reversal reverses was executed; else its own instant. */
  priced_at: number;
}

export interface PerformedBinding {
  inviter: string;
  invitee: string;
  at: number;
  country: string;
}

export interface PerformanceFacts {
  records: PerformedRecord[];
  bindings: PerformedBinding[];
  /** `BTC 2026-03-11` → USDT in 10^-8. */
  prices: Map<string, bigint>;
}

export interface PerformanceQuestion {
  affiliate: string | null;
  grain: 'week' | 'month' | 'total';
  /** Days, both included; `from` null with `total` only: since ever. */
  from: string | null;
  to: string;
  currency: 'USDT' | 'BUSD';
  /** Nothing from this instant on counts. */
  cut: number | null;
}

export interface NaivePeriod {
  from: string | null;
  to: string;
  value: string | null;
  unknown: number;
  totals: Record<string, string>;
  new: number;
  all: number;
  traded: Record<string, number>;
  countries: Record<string, number>;
}

const E8 = 100_000_000n;
const DAY = 86_400_000;

export function naivePerformance(facts: PerformanceFacts, question: PerformanceQuestion): NaivePeriod[] {
  return spans(question).map((span) => figures(facts, question, span));
}

interface Days { from: string | null; to: string }

/** Each day of the span belongs to one week and one month; a period runs on as long as its days share them. */
function spans({ grain, from, to }: PerformanceQuestion): Days[] {
  if (grain === 'total' || from === null) return [{ from, to }];
  const found = new Map<string, Days>();
  for (let day = Date.parse(from); day <= Date.parse(to); day += DAY) {
    const mine = grain === 'month' ? text(day).slice(0, 7) : text(monday(day));
    if (found.has(mine)) continue;
    const same = (other: number): boolean => (grain === 'month' ? text(other).slice(0, 7) === mine : text(monday(other)) === mine);
    let [first, last] = [day, day];
    while (same(first - DAY)) first -= DAY;
    while (same(last + DAY)) last += DAY;
    found.set(mine, { from: text(first), to: text(last) });
  }
  return [...found.values()];
}

function monday(day: number): number {
  let at = day;
  while (new Date(at).getUTCDay() !== 1) at -= DAY;
  return at;
}

function text(day: number): string {
  return new Date(day).toISOString().slice(0, 10);
}

function figures({ records, bindings, prices }: PerformanceFacts, { affiliate, currency, cut }: PerformanceQuestion, days: Days): NaivePeriod {
  const counts = (at: number): boolean => cut === null || at < cut;
  const inside = (at: number): boolean => counts(at) && (days.from === null || text(at) >= days.from) && text(at) <= days.to;
  const mine = records.filter((one) => (affiliate === null || one.inviter === affiliate) && inside(one.at));
  const people = bindings.filter((one) => (affiliate === null || one.inviter === affiliate) && counts(one.at) && text(one.at) <= days.to);
  const fresh = people.filter((one) => inside(one.at));
  const earned = mine.filter((one) => one.earns);
  return {
    ...days,
    ...valued(earned, prices, currency),
    totals: Object.fromEntries([...new Set(earned.map((one) => one.currency))].sort().map((name) => [
      name, plain(earned.filter((one) => one.currency === name).reduce((sum, one) => sum + one.amount, 0n)),
    ])),
    new: fresh.length,
    all: people.length,
    traded: Object.fromEntries(['spot_margin', 'futures', 'mining'].map((family) => [
      family, new Set(mine.filter((one) => one.kind === 'commission' && one.family === family).map((one) => one.invitee)).size,
    ])),
    countries: Object.fromEntries([...new Set(people.map((one) => one.country))].sort().map((name) => [name, people.filter((one) => one.country === name).length])),
  };
}

/** REF-9: a day's sum in one currency and family is one amount; it is valued at the prices of its day, cut to 8 places. */
function valued(earned: PerformedRecord[], prices: Map<string, bigint>, currency: string): { value: string | null; unknown: number } {
  const sums = new Map<string, { one: PerformedRecord; amount: bigint; records: number }>();
  for (const one of earned) {
    const key = [text(one.at), text(one.priced_at), one.family, one.currency].join(' ');
    const sum = sums.get(key) ?? { one, amount: 0n, records: 0 };
    sums.set(key, { one, amount: sum.amount + one.amount, records: sum.records + (one.amount === 0n ? 0 : 1) });
  }
  let [value, unknown, known] = [0n, 0, sums.size === 0];
  const price = (name: string, at: number): bigint | undefined => (name === 'USDT' ? E8 : prices.get(`${name} ${text(at)}`));
  for (const { one, amount, records } of sums.values()) {
    const [own, other] = [price(one.currency, one.priced_at), price(currency, one.priced_at)];
    const isKnown = one.currency === currency || (own !== undefined && other !== undefined && other !== 0n);
    if (!isKnown && records > 0) unknown += records;
    else {
      known = true;
      if (isKnown) value += one.currency === currency ? amount : (amount * (own as bigint)) / (other as bigint);
    }
  }
  return { value: known ? plain(value) : null, unknown };
}

function plain(amount: bigint): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(9, '0');
  const places = digits.slice(-8).replace(/0+$/, '');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -8)}${places === '' ? '' : `.${places}`}`;
}
