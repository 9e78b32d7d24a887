import type { Tongue } from '../wording.ts';

export const french: Tongue = {
  locale: 'fr-FR',
  beside: null,
  moment: (day, time) => `${day} à ${time} UTC`,
  products: {
    spot: 'trading Spot',
    margin: 'trading sur marge',
    futures_usdt: 'Futures sur marge en USDT',
    futures_coin: 'Futures sur marge en cryptos',
    onchain: 'trading on-chain',
    copy: 'copy trading',
    strategy: 'trading par stratégie',
    mining: 'minage',
  },
  families: {
    spot_margin: 'spot et marge',
    futures: 'contrats à terme',
    mining: 'minage',
  },
  accountTypes: {
    normal: 'compte ordinaire',
    broker: 'compte de courtier',
    institutional: 'compte institutionnel',
    market_maker: 'compte de teneur de marché',
    collaborator: 'compte de collaborateur',
  },
  tier: (number) => `palier ${number}`,
};
