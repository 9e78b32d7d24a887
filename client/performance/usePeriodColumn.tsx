import type { PeriodFigures } from '#contract/performance';
import { useText } from '../i18n/useText.ts';
import type { PlainColumn } from '../list/PlainTable.tsx';
import { usePeriodName } from './usePeriodName.ts';

/** The column that names the period of a row. */
export function usePeriodColumn(): PlainColumn<PeriodFigures> {
  const t = useText();
  const periodName = usePeriodName();
  return {
    name: t('performance.period'),
    oneLine: true,
    cell: ({ period }) => <bdi>{periodName(period)}</bdi>,
  };
}
