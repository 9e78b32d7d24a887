import { z } from 'zod';

/** The three programmes under which an affiliate can earn (DOMAIN 1). */
export const programmes = ['referral', 'partner', 'pro'] as const;
export type Programme = (typeof programmes)[number];

/** A programme that is not running admits nobody and accrues nothing (RUL-3). */
export const programmeStates = ['running', 'suspended', 'ended'] as const;

/** What an invitee can pay fees for (REF-2). */
export const products = [
  'spot', 'margin', 'futures_usdt', 'futures_coin', 'onchain', 'copy', 'strategy', 'mining',
] as const;
export type Product = (typeof products)[number];

/** The accounts under which commission is shown and for which `pro` affiliates set ratios (REF-2, DSH-1). */
export const families = ['spot_margin', 'futures', 'mining'] as const;
export type Family = (typeof families)[number];

/** What an account can be; which types a programme admits stands in its rulebook (ENR-3). */
export const accountTypes = ['normal', 'broker', 'institutional', 'market_maker', 'collaborator'] as const;
export type AccountType = (typeof accountTypes)[number];

/** Identity checks passed, from the least to the most. */
export const kycLevels = ['none', 'basic', 'advanced'] as const;
export type KycLevel = (typeof kycLevels)[number];

/** The place of a level in their order; of `none` 0. */
export function kycRank(level: string): number {
  return kycLevels.findIndex((one) => one === level);
}

/** How a promotion takes effect: after a review by staff (TIE-4) or at once (TIE-10). */
export const promotionModes = ['review', 'automatic'] as const;

/** The currency in which a programme's amounts are valued for display (REF-9). */
export const reportingCurrencies = ['USDT', 'BUSD'] as const;
export type ReportingCurrency = (typeof reportingCurrencies)[number];

/** Names of each ladder's steps, entry first; a tier's number is its place here. `pro` has no ladder. */
export const tierNames = {
  referral: ['Tier 0', 'Tier 1', 'Tier 2'],
  partner: ['Partner', 'Advanced', 'Silver', 'Gold', 'Platinum', 'Brilliant'],
  pro: [],
} as const satisfies Record<Programme, readonly string[]>;

/** The programmes with a ladder. */
export const tieredProgrammes = ['referral', 'partner'] as const satisfies readonly Programme[];
export type TieredProgramme = (typeof tieredProgrammes)[number];

export function hasTiers(programme: string | null | undefined): programme is TieredProgramme {
  return tieredProgrammes.some((one) => one === programme);
}

const instant = z.iso.datetime({ precision: 3 });
const bps = z.int().min(0).max(10_000);
const decimal = z.string().regex(/^\d{1,11}(\.\d{1,8})?$/);

/** A country (ISO 3166-1 alpha-2) on a list during `[from, to)`; `to` null: until further notice. */
export const datedCountry = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  from: instant,
  to: instant.nullable(),
});
export type DatedCountry = z.infer<typeof datedCountry>;

/** One step of a ladder. Any one of its conditions reaches it; the entry tier has none (TIE-1, TIE-2, TIE-8). */
export const rulebookTier = z.strictObject({
  tier: z.int().min(0),
  name: z.string().min(1).max(64),
  rate_bps: bps,
  qualified_invitees: z.int().min(1).nullable(),
  qualified_volume_usdt: decimal.nullable(),
});
export type RulebookTier = z.infer<typeof rulebookTier>;

/**
 * What a month's evaluation counts. `months`: calendar months of volume that end with the month evaluated.
 * `deposit_usdt` and `volume_usdt`: what one invitee needs to be qualified (TIE-1), null where invitees don't count.
 * `subtract_withdrawals`: deposits count after withdrawals. `windowed`: volume counts only within `window_days`
 * (TIE-2).
 */
export const qualification = z.strictObject({
  months: z.union([z.literal(1), z.literal(3)]),
  deposit_usdt: decimal.nullable(),
  volume_usdt: decimal.nullable(),
  subtract_withdrawals: z.boolean(),
  windowed: z.boolean(),
});

/** The ratio where the affiliate set none, and the one to which any is cut (REF-4). */
export const ratioBounds = z.strictObject({ default_bps: bps, ceiling_bps: bps });

const shape = z.strictObject({
  programme: z.enum(programmes),
  status: z.enum(programmeStates),
  /** Who may be enrolled (ENR-2, ENR-3, STA-2). */
  account_types: z.array(z.enum(accountTypes)),
  kyc_level: z.enum(kycLevels),
  /** Covered products (check 5). */
  products: z.array(z.enum(products)),
  families: z.record(z.enum(products), z.enum(families)),
  /** Days after registration, or after a recall's binding, in which trades earn (check 4); null: no window. */
  window_days: z.int().min(0).nullable(),
  /** Whether trades placed through the API earn nothing (check 6). */
  api_excluded: z.boolean(),
  /** VIP levels from this one on earn nothing (check 7); null: all earn. */
  vip_below: z.int().min(0).max(9).nullable(),
  /** Where the family futures earns nothing (check 8). */
  futures_restricted: z.array(datedCountry),
  tiers: z.array(rulebookTier),
  qualification: qualification.nullable(),
  promotion: z.enum(promotionModes),
  ratios: z.record(z.enum(families), ratioBounds).nullable(),
  /** Where new users cannot be bound through a `pro` affiliate (BIN-7). */
  mica_countries: z.array(datedCountry),
  /** Where recalls are refused, for the inviter's country and the invitee's (BIN-5). */
  recall_closed: z.array(datedCountry),
  /** What a recalled invitee earns with (BIN-9): bound through `pro`, it counts in whichever programme the inviter is in by then. */
  recall_products: z.array(z.enum(products)),
  /** Days of age and of inactivity that a recall must exceed, by the instant each number starts to hold (BIN-4). */
  recall_days: z.array(z.strictObject({ from: instant, days: z.int().min(0) })),
  reporting_currency: z.enum(reportingCurrencies),
});

/** The rules of one programme as one version states them (RUL-1). Amounts are decimal strings in USDT, rates bps. */
export type RulebookDocument = z.infer<typeof shape>;

type Fault = { path: (keyof RulebookDocument)[]; message: string };

function ladderFaults({ programme, tiers, qualification: rule }: RulebookDocument): Fault[] {
  const faults: Fault[] = [];
  if (hasTiers(programme) === (tiers.length === 0)) {
    faults.push({ path: ['tiers'], message: 'every programme but pro has a ladder' });
  }
  if (hasTiers(programme) === (rule === null)) {
    faults.push({ path: ['qualification'], message: 'every programme but pro has a qualification' });
  }
  if (tiers.some((step, place) => step.tier !== place)) {
    faults.push({ path: ['tiers'], message: 'tiers are numbered from 0 without gaps' });
  }
  const unconditional = tiers.filter((step) => step.qualified_invitees === null && step.qualified_volume_usdt === null);
  if (unconditional.length !== Math.min(tiers.length, 1) || unconditional.some((step) => step.tier !== 0)) {
    faults.push({ path: ['tiers'], message: 'the entry tier has no condition, every other tier at least one' });
  }
  return faults;
}

function proFaults(rulebook: RulebookDocument): Fault[] {
  const faults: Fault[] = [];
  if ((rulebook.programme === 'pro') !== (rulebook.ratios !== null)) {
    faults.push({ path: ['ratios'], message: 'pro, and only pro, has ratios' });
  }
  if (Object.values(rulebook.ratios ?? {}).some((bounds) => bounds.default_bps > bounds.ceiling_bps)) {
    faults.push({ path: ['ratios'], message: 'a default is not above its ceiling' });
  }
  if (rulebook.programme !== 'pro') {
    const lists = ['mica_countries', 'recall_closed', 'recall_days'] as const;
    for (const list of lists.filter((name) => rulebook[name].length > 0)) {
      faults.push({ path: [list], message: 'only pro knows MiCA countries and binds recalled users' });
    }
  }
  return faults;
}

/** Checks a rulebook as it is proposed (RUL-2): its shape, its ladder, and what belongs to `pro` alone. */
export const rulebookDocument = shape.superRefine((rulebook, context) => {
  for (const fault of [...ladderFaults(rulebook), ...proFaults(rulebook)]) {
    context.addIssue({ code: 'custom', ...fault });
  }
});
