import type { Tongue } from '../wording.ts';

export const english: Tongue = {
  locale: 'en-GB',
  beside: null,
  moment: (day, time) => `${day} at ${time} UTC`,
  products: {
    spot: 'spot trading',
    margin: 'margin trading',
    futures_usdt: 'USDT-margined futures',
    futures_coin: 'coin-margined futures',
    onchain: 'on-chain trading',
    copy: 'copy trading',
    strategy: 'strategy trading',
    mining: 'mining',
  },
  families: {
    spot_margin: 'spot and margin',
    futures: 'futures',
    mining: 'mining',
  },
  accountTypes: {
    normal: 'normal account',
    broker: 'broker account',
    institutional: 'institutional account',
    market_maker: 'market maker account',
    collaborator: 'collaborator account',
  },
  tier: (number) => `tier ${number}`,
};
