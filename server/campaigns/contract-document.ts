import { z } from 'zod';
import { kycLevels, programmes } from '../rulebooks/contract.ts';
import { isHttpUrl } from '../addresses/contract.ts';

/** Everybody shares a public campaign; an exclusive one is for those whom its audience names (CAM-1). */
export const campaignKinds = ['public', 'exclusive'] as const;
export type CampaignKind = (typeof campaignKinds)[number];

/** `all`: every enrolled affiliate takes part, by its own links too; `joining`: who has joined, by the campaign's own link. */
export const audiences = ['all', 'joining'] as const;
export type Audience = (typeof audiences)[number];

/** What an invitee has to do (CAM-2); registering is what makes it one. */
export const taskKinds = ['register', 'kyc', 'deposit', 'volume'] as const;
export type TaskKind = (typeof taskKinds)[number];

/** Cash is paid out like commission; the others are distributed elsewhere and confirmed by feed (CAM-6). */
export const rewardKinds = ['cash', 'trial_funds', 'fee_voucher'] as const;
export type RewardKind = (typeof rewardKinds)[number];

export const sides = ['inviter', 'invitee'] as const;
export type Side = (typeof sides)[number];

export const textLanguages = ['en', 'fr', 'de', 'fa'] as const;

const MAX_E8 = 9_223_372_036_854_775_807n;

/** A plain decimal above zero, at most 8 places, up to 92,233,720,368.54775807. */
const amount = z.string().max(64).superRefine((text, context) => {
  const fault = amountFault(text);
  if (fault) context.addIssue({ code: 'custom', message: fault });
});

/** What is wrong with an amount, or null. */
export function amountFault(text: string): string | null {
  const match = /^(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text);
  if (!match) return 'is no plain decimal';
  const fraction = match[2] ?? '';
  if (fraction.length > 8) return 'has more than 8 decimals';
  const value = BigInt(`${match[1]}${fraction.padEnd(8, '0')}`);
  if (value > MAX_E8) return 'is too large';
  return value === 0n ? 'must be above zero' : null;
}

export const MAX_DAYS = 365;
/** Days that count from the UTC date of registration, as in REF-5: the last one is n days after it. */
const within_days = z.int().min(1).max(MAX_DAYS);

export const campaignTask = z.discriminatedUnion('task', [
  z.strictObject({ task: z.literal('register') }),
  z.strictObject({ task: z.literal('kyc'), level: z.enum(kycLevels).exclude(['none']), within_days }),
  z.strictObject({ task: z.literal('deposit'), amount, within_days }),
  z.strictObject({ task: z.literal('volume'), amount, within_days }),
]);
export type CampaignTask = z.infer<typeof campaignTask>;

export const currencyForm = /^[A-Z0-9]{2,20}$/;

export const campaignReward = z.strictObject({
  side: z.enum(sides),
  reward: z.enum(rewardKinds),
  amount,
  currency: z.string().regex(currencyForm, 'is no currency'),
});
export type CampaignReward = z.infer<typeof campaignReward>;

const text = z.strictObject({ title: z.string().trim().min(1).max(200), body: z.string().trim().max(5_000) });

const landingUrl = z.string().max(2_000).refine(isLandingUrl, 'is no http(s) URL');

/** No script or blank hides in it (ATTACKS 22), and no name before an @ passes for the host. */
export function isLandingUrl(text: string): boolean {
  if (!isHttpUrl(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}

/** What a version of a campaign says; instants ISO, amounts decimal strings. `regions` and `programmes` empty: every one. */
export const documentShape = {
  name: z.string().trim().min(1).max(200),
  landing_url: landingUrl,
  texts: z.strictObject({ en: text.optional(), fr: text.optional(), de: text.optional(), fa: text.optional() }),
  starts_at: z.string().max(30),
  ends_at: z.string().max(30),
  /** Countries: of affiliates when they share or join, of invitees at registration (CAM-1, CAM-2). */
  regions: z.array(z.string().max(8)).max(300),
  programmes: z.array(z.enum(programmes)).max(3),
  /** All of them are to be reached; each kind once. */
  tasks: z.array(campaignTask).min(1).max(4),
  /** Each side once; all in the currency of the budget. */
  rewards: z.array(campaignReward).min(1).max(2),
  budget: amount,
  cap_per_affiliate: amount.nullable(),
};
const documentSchema = z.strictObject(documentShape);
export type CampaignDocument = z.infer<typeof documentSchema>;

/** Fields whose change one person makes; every other one waits for a second (CAM-3). */
export const freeFields = ['name', 'landing_url', 'texts'] as const satisfies (keyof CampaignDocument)[];
export const documentFields = Object.keys(documentShape) as (keyof CampaignDocument)[];
