import { isRestrictionKind, restrictionOf, type StatusChangeKind } from './contract.ts';

const severity = ['none', 'restricted', 'frozen', 'suspended'];

/** Of two restrictions whether the first is the lighter one (STA-7: each includes those before it). */
export function isLighter(value: string, than: string): boolean {
  return severity.indexOf(value) < severity.indexOf(than);
}

/** Whether a restriction loosens what holds: only asked for, never held from filing, and decided like a lift. */
export function loosens(kind: StatusChangeKind, from: string): boolean {
  return isRestrictionKind(kind) && isLighter(restrictionOf[kind], from);
}

/** What the change leads to, as it is stored and shown. */
export function targetOf(kind: StatusChangeKind, to: string | undefined): string {
  if (isRestrictionKind(kind)) return restrictionOf[kind];
  if (kind === 'account_type') return to as string;
  return kind === 'leave' ? 'left' : 'terminated';
}
