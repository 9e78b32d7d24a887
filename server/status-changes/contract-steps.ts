import type { Step } from '../transitions/contract-steps.ts';
import { deciders, requesters, type Role } from '../policy/contract-kinds.ts';

/** What a status change can be (STA-7, STA-8, ENR-7). */
export const statusChangeKinds = ['account_type', 'restrict', 'freeze', 'suspend', 'lift', 'leave', 'terminate'] as const;
export type StatusChangeKind = (typeof statusChangeKinds)[number];

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

/** Only compliance approves `suspend`, `terminate`, and what lifts (or lowers) a restriction that compliance asked for. */
export function mayApprove(role: Role, kind: StatusChangeKind, liftsWhatComplianceAsked: boolean): boolean {
  if (role === 'compliance') return true;
  return role === 'operations' && kind !== 'suspend' && kind !== 'terminate' && !liftsWhatComplianceAsked;
}
