import type { CampaignRow } from '#contract/campaigns';
import { bonusesOf } from '../bonuses/bonusesOf.ts';
import { Facts } from '../fields/Facts.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { Section } from '../fields/Section.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { signOf, sumOf } from '../fields/decimal.ts';
import { useText } from '../i18n/useText.ts';
import { BudgetBar } from './BudgetBar.tsx';

/** The budget and what has become of it; each figure leads to the bonuses behind it. */
export function BudgetSection({ campaign }: { campaign: CampaignRow }) {
  const t = useText();
  const { id, budget, committed, distributed, left, cap_per_affiliate, currency } = campaign;
  const money = (amount: string) => <MoneyField amount={amount} currency={currency} exact />;
  const pending = sumOf([committed, signOf(distributed) === 0 ? '0' : `-${distributed}`]);
  return (
    <Section title={t('campaigns.budget')} action={<TextLink to={bonusesOf(id)}>{t('campaigns.bonusesOf')}</TextLink>}>
      <BudgetBar budget={campaign} />
      <Facts
        columns={1}
        facts={[
          { name: t('campaigns.budget'), value: money(budget) },
          { name: t('campaigns.committed'), value: <TextLink to={bonusesOf(id, ['pending', 'distributed'])}>{money(committed)}</TextLink> },
          { name: t('campaigns.distributed'), value: <TextLink to={bonusesOf(id, ['distributed'])}>{money(distributed)}</TextLink> },
          { name: t('campaigns.pending'), value: <TextLink to={bonusesOf(id, ['pending'])}>{money(pending)}</TextLink> },
          { name: t('campaigns.left'), value: money(left) },
          { name: t('campaigns.cap'), value: cap_per_affiliate === null ? t('campaigns.noCap') : money(cap_per_affiliate) },
        ]}
      />
    </Section>
  );
}
