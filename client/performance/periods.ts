import { familyFilter, recordsBehind, tradersBehind, type Counted, type Performance, type PeriodFigures } from '#contract/performance';
import type { Family } from '#contract/rulebooks';
import { rowsAddress } from './rowsBehind.ts';

type Asked = Pick<Performance, 'affiliate' | 'cut_at'>;

/** What the figures of a period are about. */
export function countedIn({ affiliate, cut_at }: Asked, { from, to }: Pick<PeriodFigures, 'from' | 'to'>): Counted {
  return { affiliate: affiliate?.uid ?? null, from, to, cut_at };
}

/** Who traded: the people themselves, or where the span is no whole period their trades. */
export function tradersAddress(performance: Asked, period: PeriodFigures, family: Family): string | null {
  const counted = countedIn(performance, period);
  return rowsAddress('referrals', tradersBehind(counted, family, period.traded_key))
    ?? rowsAddress('commissions', recordsBehind(counted, { ...familyFilter(family), kind: 'commission' }));
}
