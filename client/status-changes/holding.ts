import { holdsMoney } from '#contract/affiliates';
import { isRestrictionKind, restrictionOf, type StatusChangeRow } from '#contract/status-changes';
import { hoursBetween } from '../fields/times.ts';

type Freeze = Pick<StatusChangeRow, 'state' | 'holds_until' | 'requested_at' | 'age_hours'>;

/** Full hours for which a freeze still holds without approval; null of what is no pending freeze. */
export function hoursLeft({ state, holds_until, requested_at, age_hours }: Freeze): number | null {
  if (state !== 'pending' || holds_until === null) return null;
  return hoursBetween(requested_at, holds_until) - age_hours - 1;
}

/** Whether what is unpaid is held from then on (STA-7). */
export function startsHold(kind: StatusChangeRow['kind']): boolean {
  return isRestrictionKind(kind) && holdsMoney(restrictionOf[kind]);
}
