import type { Tongue } from '../wording.ts';

export const german: Tongue = {
  locale: 'de-DE',
  beside: null,
  moment: (day, time) => `${day} um ${time} UTC`,
  products: {
    spot: 'Spot-Handel',
    margin: 'Margin-Handel',
    futures_usdt: 'USDT-besicherte Futures',
    futures_coin: 'coinbesicherte Futures',
    onchain: 'On-Chain-Handel',
    copy: 'Copy-Trading',
    strategy: 'Strategiehandel',
    mining: 'Mining',
  },
  families: {
    spot_margin: 'Spot und Margin',
    futures: 'Futures',
    mining: 'Mining',
  },
  accountTypes: {
    normal: 'gewöhnliches Konto',
    broker: 'Brokerkonto',
    institutional: 'institutionelles Konto',
    market_maker: 'Market-Maker-Konto',
    collaborator: 'Kooperationskonto',
  },
  tier: (number) => `Stufe ${number}`,
};
