import type { BonusState } from '#contract/bonuses';
import type { CampaignRow } from '#contract/campaigns';
import { bonusesOf } from '../bonuses/bonusesOf.ts';
import { Facts } from '../fields/Facts.tsx';
import { FigureLink } from '../fields/FigureLink.tsx';
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
  const ofBonuses = (amount: string, states: readonly BonusState[]) => (
    <FigureLink to={bonusesOf(id, states)} sum={amount}>{money(amount)}</FigureLink>
  );
  const pending = sumOf([committed, signOf(distributed) === 0 ? '0' : `-${distributed}`]);
  return (
    <Section title={t('campaigns.budget')} action={<TextLink to={bonusesOf(id)}>{t('campaigns.bonusesOf')}</TextLink>}>
      <BudgetBar budget={campaign} />
      <Facts
        columns={1}
        facts={[
          { name: t('campaigns.budget'), value: money(budget) },
          { name: t('campaigns.committed'), value: ofBonuses(committed, ['pending', 'distributed']) },
          { name: t('campaigns.distributed'), value: ofBonuses(distributed, ['distributed']) },
          { name: t('campaigns.pending'), value: ofBonuses(pending, ['pending']) },
          { name: t('campaigns.left'), value: money(left) },
          { name: t('campaigns.cap'), value: cap_per_affiliate === null ? t('campaigns.noCap') : money(cap_per_affiliate) },
        ]}
      />
    </Section>
  );
}
