import { useWritten } from '../fields/useWritten.ts';
import { useText } from '../i18n/useText.ts';

/** What a period is called: a month by its name (`shortly` for the axis of a chart), a week by its number, or all of the time. */
export function usePeriodName({ shortly = false } = {}): (period: string) => string {
  const t = useText();
  const written = useWritten();
  return (period) => {
    if (period === 'total') return t('performance.inTotal');
    return period.includes('W') ? period : shortly ? written.monthShortly(period) : written.month(period);
  };
}
