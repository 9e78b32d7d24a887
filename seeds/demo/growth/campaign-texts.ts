import type { CampaignBody } from '../../../server/campaigns/contract.ts';

/** What the campaigns say to those who see them. */
export const texts: Record<'relaunch' | 'creators' | 'futures' | 'deposit' | 'copy' | 'vouchers', CampaignBody['texts']> = {
  relaunch: {
    en: { title: 'We start again', body: 'Invite a friend who deposits 100 USDT within two weeks: 6 USDT for you, 3 USDT of trial funds for your friend.' },
    de: { title: 'Wir fangen neu an', body: 'Für jede geworbene Person, die in zwei Wochen 100 USDT einzahlt: 6 USDT, und für sie 3 USDT Probeguthaben.' },
  },
  creators: {
    en: { title: 'For creators', body: '25 USDT for each viewer who deposits 50 USDT and trades 500 USDT within a month. Only through the link of this campaign.' },
    fr: { title: 'Pour les créateurs', body: '25 USDT par personne qui dépose 50 USDT et négocie 500 USDT en un mois, par le lien de cette campagne seulement.' },
  },
  futures: {
    en: { title: 'Futures starter', body: '50 USDT of trial funds for clients who trade 5,000 USDT in their first month, 30 USDT for the partner.' },
  },
  deposit: {
    en: { title: 'A bonus for the first deposit', body: 'Deposit 100 USDT within two weeks and get a fee voucher of 4 USDT; whoever invited you gets 8 USDT.' },
    fr: { title: 'Une prime pour le premier dépôt', body: 'Pour un dépôt de 100 USDT en deux semaines : un bon de frais de 4 USDT, et 8 USDT pour le parrain.' },
    de: { title: 'Bonus für die erste Einzahlung', body: 'Bei 100 USDT Einzahlung in zwei Wochen: Gebührengutschein über 4 USDT, und 8 USDT für die werbende Person.' },
    fa: { title: 'پاداش نخستین واریز', body: 'با واریز ۱۰۰ تتر در دو هفته، کوپن کارمزد ۴ تتری دریافت کنید؛ دعوت‌کننده ۸ تتر می‌گیرد.' },
  },
  copy: {
    en: { title: 'Copy trading weeks', body: 'Draft: the wording of the risk notice is with compliance.' },
  },
  vouchers: {
    en: { title: 'Two weeks of fee vouchers', body: 'Verify your account within a week and trade with a voucher of 10 USDT.' },
  },
};
