import type { Step } from '../transitions/contract-steps.ts';

export const tierReviewStates = ['pending', 'approved', 'rejected', 'superseded', 'withdrawn'] as const;
export type TierReviewState = (typeof tierReviewStates)[number];

const operators = ['operations'] as const;

/** TIE-4, TIE-6: the evaluation asks, one person decides. */
export const tierReviewSteps: readonly Step<TierReviewState, 'approve' | 'reject' | 'supersede' | 'withdraw'>[] = [
  { verb: 'approve', from: ['pending'], to: 'approved', who: operators, requester: 'any' },
  { verb: 'reject', from: ['pending'], to: 'rejected', who: operators, requester: 'any' },
  { verb: 'supersede', from: ['pending'], to: 'superseded', who: 'system', requester: 'any' },
  { verb: 'withdraw', from: ['pending'], to: 'withdrawn', who: 'system', requester: 'any' },
];
