import type { AffiliateDetail } from '#contract/affiliates';
import { Count } from '../fields/Count.tsx';
import { FigureLink } from '../fields/FigureLink.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { recordsOf } from './recordsOf.ts';

/** All records by currency and status. */
export function TotalsSection({ affiliate: { uid, totals } }: { affiliate: AffiliateDetail }) {
  const t = useText();
  return (
    <Section title={t('affiliates.totals')}>
      <PlainTable
        caption={t('affiliates.totals')}
        rows={totals}
        keyOf={({ currency, status }) => `${currency}:${status}`}
        empty={t('affiliates.noTotals')}
        columns={[
          { name: t('affiliates.currency'), cell: ({ currency }) => currency },
          { name: t('affiliates.status'), cell: ({ status }) => <StateChip group="status" value={status} /> },
          {
            name: t('affiliates.records'),
            figure: true,
            cell: ({ currency, status, records }) => (
              <FigureLink to={recordsOf(uid, { currency, status })} rows={records}><Count value={records} /></FigureLink>
            ),
          },
          {
            name: t('affiliates.amount'),
            figure: true,
            cell: ({ amount, currency, status }) => (
              <FigureLink to={recordsOf(uid, { currency, status })} sum={amount}>
                <MoneyField amount={amount} currency={currency} exact />
              </FigureLink>
            ),
          },
        ]}
      />
    </Section>
  );
}
