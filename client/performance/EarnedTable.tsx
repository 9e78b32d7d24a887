import {
  familyFilter, NO_FAMILY, type Earned, type FamilyOrNone, type Performance, type PeriodFigures, type RowFilter,
} from '#contract/performance';
import { families } from '#contract/rulebooks';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable, type PlainColumn } from '../list/PlainTable.tsx';
import { EarnedField } from './EarnedField.tsx';
import { Growth } from './Growth.tsx';
import { countedIn } from './periods.ts';
import { recordsPath } from './rowsBehind.ts';
import { usePeriodColumn } from './usePeriodColumn.tsx';

const nothing: Earned = { amount: '0', unknown: 0, records: 0, totals: [] };
const parts: readonly FamilyOrNone[] = [...families, NO_FAMILY];

/** What was earned by period, and of it by account where not one account is asked for. */
export function EarnedTable({ performance }: { performance: Performance }) {
  const t = useText();
  const label = useLabel();
  const period = usePeriodColumn();
  const { periods, currency, family } = performance;
  const earned = (name: string, of: (one: PeriodFigures) => Earned, filter: RowFilter): PlainColumn<PeriodFigures> => ({
    name,
    figure: true,
    cell: (one) => (
      <EarnedField earned={of(one)} currency={currency} to={recordsPath(countedIn(performance, one), filter)} />
    ),
  });
  const shown = family === null ? parts.filter((part) => periods.some(({ by_family }) => (by_family[part]?.records ?? 0) > 0)) : [];
  return (
    <PlainTable
      caption={t('performance.commission')}
      rows={[...periods].reverse()}
      keyOf={(one) => one.period}
      columns={[
        period,
        earned(t('performance.commission'), ({ commission }) => commission, family === null ? {} : { family }),
        { name: t('performance.growth'), figure: true, cell: ({ growth }) => <Growth bps={growth.commission} short /> },
        ...shown.map((part) => earned(
          t('performance.commissionOf', { family: part === NO_FAMILY ? t('performance.noFamily') : label('family', part) }),
          ({ by_family }) => by_family[part] ?? nothing,
          familyFilter(part),
        )),
      ]}
    />
  );
}
