import type { Step } from '../transitions/contract-steps.ts';
import { deciders } from '../policy/contract-kinds.ts';

/** PAY-3. */
export const payoutStates = ['ready', 'released', 'paid'] as const;
export type PayoutState = (typeof payoutStates)[number];

/** PAY-3: released by one who did not start it by hand; `paid` once every line is confirmed, or none is left to be. */
export const payoutSteps: readonly Step<PayoutState, 'release' | 'confirm'>[] = [
  { verb: 'release', from: ['ready'], to: 'released', who: ['operations'], requester: 'never' },
  { verb: 'confirm', from: ['ready', 'released'], to: 'paid', who: 'system', requester: 'any' },
];

export const payoutStopStates = ['active', 'resume_requested', 'lifted'] as const;
export type PayoutStopState = (typeof payoutStopStates)[number];

const compliance = ['compliance'] as const;

/** PAY-7: one asks to go on, another of compliance agrees. */
export const payoutStopSteps: readonly Step<PayoutStopState, 'resume' | 'approve' | 'reject'>[] = [
  { verb: 'resume', from: ['active'], to: 'resume_requested', who: deciders, requester: 'any' },
  { verb: 'approve', from: ['resume_requested'], to: 'lifted', who: compliance, requester: 'never' },
  { verb: 'reject', from: ['resume_requested'], to: 'active', who: compliance, requester: 'never' },
];
