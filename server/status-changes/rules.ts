import { isRestrictionKind, restrictionOf, type StatusChangeKind } from './contract.ts';

const order = ['none', 'restricted', 'frozen', 'suspended'];

/** Whether a restriction loosens what holds: only asked for, never held from filing, and decided like a lift. */
export function loosens(kind: StatusChangeKind, from: string): boolean {
  return isRestrictionKind(kind) && order.indexOf(restrictionOf[kind]) < order.indexOf(from);
}

/** What the change leads to, as it is stored and shown. */
export function targetOf(kind: StatusChangeKind, to: string | undefined): string {
  if (isRestrictionKind(kind)) return restrictionOf[kind];
  if (kind === 'account_type') return to as string;
  return kind === 'leave' ? 'left' : 'terminated';
}
