import { useWritten } from '../fields/useWritten.ts';
import { useText } from '../i18n/useText.ts';

/** What a period is called: a month by its name, a week by its number, or all of the time. */
export function usePeriodName(): (period: string) => string {
  const t = useText();
  const written = useWritten();
  return (period) => {
    if (period === 'total') return t('performance.inTotal');
    return period.includes('W') ? period : written.month(period);
  };
}
