import { Typography } from '@mui/material';
import type { Balance } from '#contract/payouts';
import { useRead } from '../api/useRead.ts';
import { FigureLink } from '../fields/FigureLink.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { Section } from '../fields/Section.tsx';
import { useErrorText, useText } from '../i18n/useText.ts';
import { PlainTable, type PlainColumn } from '../list/PlainTable.tsx';
import { recordsOfTerm, type BalanceTerm } from './recordsOf.ts';

const terms: readonly BalanceTerm[] = ['accrued', 'paid', 'in_batch', 'held', 'open'];

/** PAY-5: accrued = paid + in batch + held + open, by currency; each term leads to the records that make it up. */
export function BalanceSection({ uid }: { uid: string }) {
  const t = useText();
  const errorText = useErrorText();
  const { data, error } = useRead<Balance[]>(`affiliates/${encodeURIComponent(uid)}/balance`);
  const columns = terms.map((term): PlainColumn<Balance> => ({
    name: t(`affiliates.balance.${term}`),
    figure: true,
    cell: (balance) => <Term uid={uid} balance={balance} term={term} />,
  }));
  return (
    <Section title={t('affiliates.balance.title')}>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {t('affiliates.balance.hint')}
      </Typography>
      {error && errorText(error)}
      {!data && !error && '…'}
      {data && (
        <PlainTable
          caption={t('affiliates.balance.title')}
          rows={data}
          keyOf={({ currency }) => currency}
          empty={t('affiliates.noTotals')}
          columns={[
            { name: t('affiliates.currency'), cell: ({ currency }) => currency },
            ...columns,
            {
              name: t('affiliates.balance.carried_over'),
              figure: true,
              cell: ({ carried_over }) => <MoneyField amount={carried_over} exact />,
            },
          ]}
        />
      )}
    </Section>
  );
}

function Term({ uid, balance, term }: { uid: string; balance: Balance; term: BalanceTerm }) {
  const t = useText();
  const name = t('affiliates.balance.rows', { term: t(`affiliates.balance.${term}`), currency: balance.currency });
  return (
    <FigureLink to={recordsOfTerm(uid, balance.currency, term)} sum={balance[term]} name={`${name}: ${balance[term]}`}>
      <MoneyField amount={balance[term]} exact />
    </FigureLink>
  );
}
