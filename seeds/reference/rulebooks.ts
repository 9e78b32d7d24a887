import { products, tierNames } from '../../server/rulebooks/contract.ts';
import type {
  AccountType, DatedCountry, Family, Product, Programme, RulebookDocument, RulebookTier,
} from '../../server/rulebooks/contract.ts';

/** From when version 1 of every programme is in force (DOMAIN 10). */
export const rulebookV1EffectiveFrom = '2020-01-01T00:00:00.000Z';

const allButMarketMakers: AccountType[] = ['normal', 'broker', 'institutional', 'collaborator'];
const allButMining: Product[] = products.filter((product) => product !== 'mining');

/** BIN-9: in every programme, for the inviter may have changed to another one since the recall. */
const recallProducts: Product[] = ['spot', 'margin', 'futures_usdt', 'futures_coin'];

const families: Record<Product, Family> = {
  spot: 'spot_margin',
  margin: 'spot_margin',
  onchain: 'spot_margin',
  futures_usdt: 'futures',
  futures_coin: 'futures',
  copy: 'futures',
  strategy: 'futures',
  mining: 'mining',
};

function from(instant: string, countries: string): DatedCountry[] {
  return countries.split(' ').map((country) => ({ country, from: instant, to: null }));
}

/** The 27 of the EU and Iceland, Liechtenstein, Norway, since MiCA applies in full. */
const micaCountries = from(
  '2024-12-30T00:00:00.000Z',
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO',
);

const referral: RulebookDocument = {
  programme: 'referral',
  status: 'running',
  account_types: ['normal'],
  kyc_level: 'advanced',
  products: allButMining,
  families,
  window_days: 365,
  api_excluded: true,
  vip_below: 3,
  futures_restricted: [],
  tiers: [
    { tier: 0, name: tierNames.referral[0], rate_bps: 1500, qualified_invitees: null, qualified_volume_usdt: null },
    { tier: 1, name: tierNames.referral[1], rate_bps: 2000, qualified_invitees: 5, qualified_volume_usdt: '50000' },
    { tier: 2, name: tierNames.referral[2], rate_bps: 2500, qualified_invitees: 15, qualified_volume_usdt: '100000' },
  ],
  qualification: { months: 1, deposit_usdt: '100', volume_usdt: '1000', subtract_withdrawals: false, windowed: true },
  promotion: 'review',
  ratios: null,
  mica_countries: [],
  recall_closed: [],
  recall_products: recallProducts,
  recall_days: [],
  reporting_currency: 'USDT',
};

function partnerTier(tier: 0 | 1 | 2 | 3 | 4 | 5, rate_bps: number, volume: string | null): RulebookTier {
  return { tier, name: tierNames.partner[tier], rate_bps, qualified_invitees: null, qualified_volume_usdt: volume };
}

const partner: RulebookDocument = {
  ...referral,
  programme: 'partner',
  account_types: allButMarketMakers,
  window_days: null,
  api_excluded: false,
  vip_below: null,
  tiers: [
    partnerTier(0, 2000, null),
    partnerTier(1, 2500, '15000000'),
    partnerTier(2, 3000, '30000000'),
    partnerTier(3, 3500, '90000000'),
    partnerTier(4, 4000, '150000000'),
    partnerTier(5, 4500, '300000000'),
  ],
  qualification: { months: 3, deposit_usdt: null, volume_usdt: null, subtract_withdrawals: false, windowed: false },
  promotion: 'automatic',
};

const pro: RulebookDocument = {
  ...partner,
  programme: 'pro',
  products: [...products],
  futures_restricted: [
    ...from(rulebookV1EffectiveFrom, 'CU IR KP SY'),
    ...from('2023-07-17T00:00:00.000Z', 'NL'),
  ],
  tiers: [],
  qualification: null,
  ratios: {
    spot_margin: { default_bps: 2000, ceiling_bps: 5000 },
    futures: { default_bps: 1000, ceiling_bps: 3000 },
    mining: { default_bps: 1000, ceiling_bps: 3000 },
  },
  mica_countries: micaCountries,
  recall_closed: micaCountries,
  recall_days: [
    { from: rulebookV1EffectiveFrom, days: 180 },
    { from: '2026-03-24T00:00:00.000Z', days: 90 },
  ],
  reporting_currency: 'BUSD',
};

/** Version 1 of the three programmes, each value as the table of DOMAIN 10 gives it. */
export const rulebookV1: Record<Programme, RulebookDocument> = { referral, partner, pro };
