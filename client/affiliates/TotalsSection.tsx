import type { AffiliateDetail } from '#contract/affiliates';
import { Count } from '../fields/Count.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

/** All records by currency and status. */
export function TotalsSection({ affiliate: { totals } }: { affiliate: AffiliateDetail }) {
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
          { name: t('affiliates.records'), figure: true, cell: ({ records }) => <Count value={records} /> },
          {
            name: t('affiliates.amount'),
            figure: true,
            cell: ({ amount, currency }) => <MoneyField amount={amount} currency={currency} exact copyable />,
          },
        ]}
      />
    </Section>
  );
}
