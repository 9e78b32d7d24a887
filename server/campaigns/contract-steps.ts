import { decidedBySecond, type Step } from '../transitions/contract-steps.ts';
import { deciders } from '../policy/contract-kinds.ts';

export const campaignStates = ['draft', 'scheduled', 'active', 'paused', 'ended'] as const;
export type CampaignState = (typeof campaignStates)[number];

const operators = ['operations'] as const;

/** CAM-2; the clock begins and ends by the period alone. */
export const campaignSteps: readonly Step<CampaignState, 'activate' | 'pause' | 'end' | 'begin'>[] = [
  // To `scheduled` where its start lies ahead.
  { verb: 'activate', from: ['draft', 'paused'], to: 'active', who: operators, requester: 'any' },
  { verb: 'pause', from: ['active'], to: 'paused', who: operators, requester: 'any' },
  { verb: 'end', from: ['scheduled', 'active', 'paused'], to: 'ended', who: operators, requester: 'any' },
  { verb: 'begin', from: ['scheduled'], to: 'active', who: 'system', requester: 'any' },
  { verb: 'end', from: ['scheduled', 'active', 'paused'], to: 'ended', who: 'system', requester: 'any' },
];

export const campaignVersionStates = ['draft', 'pending', 'approved', 'rejected', 'cancelled'] as const;
export type CampaignVersionState = (typeof campaignVersionStates)[number];

/** CAM-3: what waits is decided by another person, and taken back by who asked alone. */
export const campaignVersionSteps: readonly Step<CampaignVersionState, 'approve' | 'reject' | 'cancel'>[] = [
  ...decidedBySecond(operators),
  { verb: 'cancel', from: ['pending'], to: 'cancelled', who: deciders, requester: 'only' },
];
