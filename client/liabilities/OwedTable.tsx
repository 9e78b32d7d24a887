import type { LiabilityTotals } from '#contract/liabilities';
import { FigureLink } from '../fields/FigureLink.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { useWritten } from '../fields/useWritten.ts';
import { useText } from '../i18n/useText.ts';
import { PlainTable, type PlainColumn } from '../list/PlainTable.tsx';
import { owedIn } from './recordsOwed.ts';

type Total = LiabilityTotals['totals'][number];

/** What the house owes by currency; each figure leads to whom it is owed. */
export function OwedTable({ totals: { day, totals } }: { totals: LiabilityTotals }) {
  const t = useText();
  const written = useWritten();
  const figure = (name: 'open' | 'held' | 'in_batch' | 'owed'): PlainColumn<Total> => ({
    name: t(`oversight.owed.${name}`),
    figure: true,
    cell: (total) => (
      <FigureLink to={owedIn(total.currency, day)} sum={total[name]} of={name}>
        <MoneyField amount={total[name]} />
      </FigureLink>
    ),
  });
  return (
    <PlainTable
      caption={t('oversight.owed.title')}
      rows={totals}
      keyOf={({ currency }) => currency}
      empty={t('oversight.owed.none')}
      columns={[
        { name: t('oversight.owed.currency'), cell: ({ currency }) => currency },
        {
          name: t('oversight.owed.affiliates'),
          figure: true,
          cell: ({ currency, affiliates }) => <FigureLink to={owedIn(currency, day)} rows={affiliates}>{written.count(affiliates)}</FigureLink>,
        },
        figure('open'),
        figure('held'),
        figure('in_batch'),
        figure('owed'),
      ]}
    />
  );
}
