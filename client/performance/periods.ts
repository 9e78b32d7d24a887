import type { Counted, Performance, PeriodFigures } from '#contract/performance';

type Asked = Pick<Performance, 'affiliate' | 'cut_at'>;

/** What the figures of a period are about. */
export function countedIn({ affiliate, cut_at }: Asked, { from, to }: Pick<PeriodFigures, 'from' | 'to'>): Counted {
  return { affiliate: affiliate?.uid ?? null, from, to, cut_at };
}
