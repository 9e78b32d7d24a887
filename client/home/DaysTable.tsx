import type { HomeDay } from '#contract/home';
import { Count } from '../fields/Count.tsx';
import { DayField } from '../fields/DayField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { MoneyList } from '../fields/MoneyList.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { recordsOfDay } from './recordsOfDay.ts';

export function DaysTable({ days }: { days: readonly HomeDay[] }) {
  const t = useText();
  return (
    <PlainTable
      caption={t('home.byDay')}
      rows={[...days].reverse()}
      keyOf={({ day }) => day}
      columns={[
        { name: t('home.day'), cell: ({ day }) => <TextLink to={recordsOfDay(day)}><DayField day={day} /></TextLink> },
        { name: t('home.records'), figure: true, cell: ({ records }) => <Count value={records} /> },
        { name: t('home.earning'), figure: true, cell: ({ earning }) => <Count value={earning} /> },
        { name: t('home.totals'), figure: true, cell: ({ totals }) => <MoneyList sums={totals} figure /> },
        {
          name: t('home.earnedUsdt'),
          figure: true,
          cell: ({ earned_usdt }) => <MoneyField amount={earned_usdt} currency="USDT" />,
        },
      ]}
    />
  );
}
