import { isRestrictionKind, restrictionOf, type StatusChangeKind } from './contract.ts';

/** What the change leads to, as it is stored and shown. */
export function targetOf(kind: StatusChangeKind, to: string | undefined): string {
  if (isRestrictionKind(kind)) return restrictionOf[kind];
  if (kind === 'account_type') return to as string;
  return kind === 'leave' ? 'left' : 'terminated';
}
