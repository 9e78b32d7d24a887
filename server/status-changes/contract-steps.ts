import { restrictions, type Restriction } from '../affiliates/contract.ts';
import { deciders, requesters, type Role } from '../policy/contract-kinds.ts';
import type { Step } from '../transitions/contract-steps.ts';

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

/** The restriction that a kind lays on, by kind. */
export const restrictionOf = { restrict: 'restricted', freeze: 'frozen', suspend: 'suspended', lift: 'none' } as const satisfies Partial<Record<StatusChangeKind, Restriction>>;
export type RestrictionKind = keyof typeof restrictionOf;

export function isRestrictionKind(kind: StatusChangeKind): kind is RestrictionKind {
  return Object.hasOwn(restrictionOf, kind);
}

/** Of two restrictions whether the first is the lighter one (STA-7: each includes those before it). */
export function isLighter(value: string, than: string): boolean {
  return severityOf(value) < severityOf(than);
}

function severityOf(value: string): number {
  return (restrictions as readonly string[]).indexOf(value);
}

/** Whether a restriction loosens what holds: only asked for, never held from filing, and decided like a lift. */
export function loosens(kind: StatusChangeKind, from: string): boolean {
  return isRestrictionKind(kind) && isLighter(restrictionOf[kind], from);
}

/** Only compliance approves `suspend`, `terminate`, and what lifts (or lowers) a restriction that compliance asked for. */
export function mayApprove(role: Role, kind: StatusChangeKind, liftsWhatComplianceAsked: boolean): boolean {
  if (role === 'compliance') return true;
  return role === 'operations' && kind !== 'suspend' && kind !== 'terminate' && !liftsWhatComplianceAsked;
}

/** Only compliance rejects a freeze that compliance asked for: it holds from filing, and to reject it is to lift it. One that loosens holds nothing yet. */
export function mayReject(role: Role, { kind, from, requested_role }: { kind: StatusChangeKind; from: string; requested_role: string }): boolean {
  return role === 'compliance' || kind !== 'freeze' || requested_role !== 'compliance' || loosens(kind, from);
}
