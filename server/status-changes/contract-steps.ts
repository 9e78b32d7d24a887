import type { Step } from '../transitions/contract-steps.ts';
import { deciders, requesters } from '../policy/contract-kinds.ts';

export const statusChangeStates = ['pending', 'approved', 'applied', 'rejected', 'cancelled', 'lapsed'] as const;
export type StatusChangeState = (typeof statusChangeStates)[number];

/** STA-8; which kinds of change only compliance approves, says `mayApprove`. */
export const statusChangeSteps: readonly Step<StatusChangeState, 'approve' | 'reject' | 'cancel' | 'apply' | 'lapse'>[] = [
  { verb: 'approve', from: ['pending'], to: 'approved', who: deciders, requester: 'never' },
  { verb: 'reject', from: ['pending'], to: 'rejected', who: deciders, requester: 'never' },
  { verb: 'cancel', from: ['pending'], to: 'cancelled', who: requesters, requester: 'only' },
  { verb: 'lapse', from: ['pending'], to: 'lapsed', who: 'system', requester: 'any' },
  { verb: 'apply', from: ['approved'], to: 'applied', who: 'system', requester: 'any' },
];
