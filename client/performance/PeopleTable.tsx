import { referralsBehind, type Performance, type PeriodFigures } from '#contract/performance';
import { families } from '#contract/rulebooks';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable, type PlainColumn } from '../list/PlainTable.tsx';
import { CountField } from './CountField.tsx';
import { Growth } from './Growth.tsx';
import { countedIn } from './periods.ts';
import { referralsPath } from './rowsBehind.ts';
import { TradersField } from './TradersField.tsx';
import { usePeriodColumn } from './usePeriodColumn.tsx';

/** Who was bound by period, and who traded. */
export function PeopleTable({ performance }: { performance: Performance }) {
  const t = useText();
  const label = useLabel();
  const period = usePeriodColumn();
  const { periods } = performance;
  const bound = (one: PeriodFigures, since: string | null): string =>
    referralsPath(referralsBehind({ ...countedIn(performance, one), from: since }));
  return (
    <PlainTable
      caption={t('performance.people')}
      rows={[...periods].reverse()}
      keyOf={(one) => one.period}
      columns={[
        period,
        { name: t('performance.newReferrals'), figure: true, cell: (one) => <CountField count={one.referrals.new} to={bound(one, one.from)} /> },
        { name: t('performance.growth'), figure: true, cell: ({ growth }) => <Growth bps={growth.new_referrals} short /> },
        { name: t('performance.allReferrals'), figure: true, cell: (one) => <CountField count={one.referrals.all} to={bound(one, null)} /> },
        ...families.filter((family) => periods[0]?.traded[family] !== undefined).map((family): PlainColumn<PeriodFigures> => ({
          name: t('performance.traded', { family: label('family', family) }),
          figure: true,
          cell: (one) => <TradersField performance={performance} period={one} family={family} />,
        })),
      ]}
    />
  );
}
