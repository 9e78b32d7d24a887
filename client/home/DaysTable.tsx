import type { HomeDay } from '#contract/home';
import { Count } from '../fields/Count.tsx';
import { DayField } from '../fields/DayField.tsx';
import { FigureLink } from '../fields/FigureLink.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { LinkedSums } from '../payouts/LinkedSums.tsx';
import { earningOfDay, recordsOfDay } from './recordsOfDay.ts';

export function DaysTable({ days }: { days: readonly HomeDay[] }) {
  const t = useText();
  return (
    <PlainTable
      caption={t('home.byDay')}
      rows={[...days].reverse()}
      keyOf={({ day }) => day}
      columns={[
        { name: t('home.day'), cell: ({ day }) => <DayField day={day} /> },
        {
          name: t('home.records'),
          figure: true,
          cell: ({ day, records }) => <FigureLink to={recordsOfDay(day)} rows={records}><Count value={records} /></FigureLink>,
        },
        {
          name: t('home.earning'),
          figure: true,
          cell: ({ day, earning }) => <FigureLink to={earningOfDay(day)} rows={earning}><Count value={earning} /></FigureLink>,
        },
        {
          name: t('home.totals'),
          figure: true,
          cell: ({ day, totals }) => <LinkedSums sums={totals} figure to={(currency) => recordsOfDay(day, { currency })} />,
        },
        {
          name: t('home.earnedUsdt'),
          figure: true,
          cell: ({ day, earned_usdt }) => (
            <FigureLink to={earningOfDay(day)}><MoneyField amount={earned_usdt} currency="USDT" /></FigureLink>
          ),
        },
      ]}
    />
  );
}
