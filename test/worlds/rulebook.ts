/** The rulebooks of version 1 (DOMAIN 10), as plain values. In force and running at every instant of these tests. */
import { instant } from './times.ts';

export type Programme = 'referral' | 'partner' | 'pro';
export type Family = 'spot_margin' | 'futures' | 'mining';

export const ACCOUNT_TYPES = ['normal', 'broker', 'institutional', 'market_maker', 'collaborator'];
export const KYC_LEVELS = ['none', 'basic', 'advanced'];
export const PROGRAMMES = ['referral', 'partner', 'pro'];
export const FAMILIES = ['spot_margin', 'futures', 'mining'];
export const PRODUCTS = ['spot', 'margin', 'futures_usdt', 'futures_coin', 'onchain', 'copy', 'strategy', 'mining'];

const FROM_THE_START = 0;

const MICA_COUNTRIES = (
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE ' + 'IS LI NO'
).split(' ');

const MICA_FROM = instant('2024-12-30T00:00:00Z');

const NO_FUTURES: { country: string; from: number }[] = [
  { country: 'CU', from: FROM_THE_START },
  { country: 'IR', from: FROM_THE_START },
  { country: 'KP', from: FROM_THE_START },
  { country: 'SY', from: FROM_THE_START },
  { country: 'NL', from: instant('2023-07-17T00:00:00Z') },
];

/** Days that an invitee earns for, by programme; null: for ever (check 4). */
export const WINDOW_DAYS = { referral: 365, partner: null, pro: null };
/** Whether trades through the API are excluded (check 6). */
export const API_EXCLUDED = { referral: true, partner: false, pro: false };
/** The VIP level from which on a trade is excluded (check 7); null: none. */
export const VIP_EXCLUDED_FROM = { referral: 3, partner: null, pro: null };
/** Rates in basis points by tier; `pro` has ratios instead. */
export const TIER_RATES = { referral: [1500, 2000, 2500], partner: [2000, 2500, 3000, 3500, 4000, 4500] };
/** `pro`: the rate where the affiliate set none, and the highest one that counts. */
export const DEFAULT_RATIO = { spot_margin: 2000, futures: 1000, mining: 1000 };
export const RATIO_CEILING = { spot_margin: 5000, futures: 3000, mining: 3000 };

/** `referral` (TIE-1, TIE-2): a tier is reached by either. Entry n belongs to tier n. */
export const REFERRAL_TIERS = [
  { invitees: 0, volume: '0' },
  { invitees: 5, volume: '50000' },
  { invitees: 15, volume: '100000' },
];
export const QUALIFIED_TRANSFERS = '100';
export const QUALIFIED_VOLUME = '1000';

/** `partner` (TIE-8): lower bound of the volume of three months, by level. */
export const PARTNER_BOUNDS = ['0', '15000000', '30000000', '90000000', '150000000', '300000000'];

export function admitsType(programme: Programme, accountType: string): boolean {
  return programme === 'referral' ? accountType === 'normal' : accountType !== 'market_maker';
}

export function coversProduct(programme: Programme, product: string): boolean {
  return programme === 'pro' || product !== 'mining';
}

export function familyOf(product: string): Family {
  if (product === 'mining') return 'mining';
  return product === 'spot' || product === 'margin' || product === 'onchain' ? 'spot_margin' : 'futures';
}

export function restrictedForFutures(programme: Programme, country: string, at: number): boolean {
  return programme === 'pro' && NO_FUTURES.some((entry) => entry.country === country && entry.from <= at);
}

export function isMica(country: string, at: number): boolean {
  return at >= MICA_FROM && MICA_COUNTRIES.includes(country);
}
