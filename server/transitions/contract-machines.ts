import { applicationSteps } from '../applications/contract-steps.ts';
import { boostSteps } from '../boosts/contract-steps.ts';
import { campaignSteps, campaignVersionSteps } from '../campaigns/contract-steps.ts';
import { contentReviewSteps } from '../content-reviews/contract-steps.ts';
import { overrideSteps } from '../manifests/contract-steps.ts';
import { payoutSteps, payoutStopSteps } from '../payouts/contract-steps.ts';
import { recordRequestSteps } from '../reversals/contract-steps.ts';
import { staffChangeSteps } from '../staff-changes/contract-steps.ts';
import { statusChangeSteps } from '../status-changes/contract-steps.ts';
import { tierReviewSteps } from '../tier-reviews/contract-steps.ts';
import type { Step } from './contract-steps.ts';

/** Every status machine by the resource whose verbs move it: the policy, the page, the OpenAPI document and the tests read these. */
export const machines = {
  'status-changes': statusChangeSteps,
  'tier-reviews': tierReviewSteps,
  applications: applicationSteps,
  boosts: boostSteps,
  'content-reviews': contentReviewSteps,
  reversals: recordRequestSteps,
  corrections: recordRequestSteps,
  campaigns: campaignSteps,
  'campaign-versions': campaignVersionSteps,
  payouts: payoutSteps,
  'payout-stops': payoutStopSteps,
  manifests: overrideSteps,
  'staff-changes': staffChangeSteps,
} as const satisfies Record<string, readonly Step[]>;

export type Machine = keyof typeof machines;
