import { enrolmentAt, periodsOf, type EnrolmentPeriod } from '../affiliates/enrolment-book.ts';
import { stateAt } from '../accounts/states.ts';
import { isRestrictionKind, type StatusChangeKind } from './contract.ts';
import { causeOf } from './restrictions.ts';
import { restrictionSpanAt, type Standing } from './standing.ts';

/** What a request was filed against (STA-11): the value at its effective instant, and the one that held latest then. */
export interface Seen {
  at_effective: string;
  latest: string;
}

/** What holds of the thing that a kind changes, at an instant: a restriction, an account type, or the programme of the open enrolment. */
export function valueAt(standing: Standing, accountId: number, kind: StatusChangeKind, at: number): string | null {
  if (isRestrictionKind(kind)) return stateAt(standing.states, accountId, 'restriction', at) ?? 'none';
  if (kind === 'account_type') return stateAt(standing.states, accountId, 'account_type', at);
  return enrolmentAt(standing.enrolments, accountId, at)?.programme ?? null;
}

/**
 * STA-11: what holds where the request would change it, and latest. Where a freeze holds from filing, what it replaced counts;
 * of an enrolment its number, so that a new one in the same programme is told from it.
 */
export function seenAt(
  standing: Standing,
  change: { id: number | null; affiliate_id: number; kind: StatusChangeKind; from_value: string; effective_at: number },
  now: number,
): Seen {
  const value = (at: number): string => {
    if (!isRestrictionKind(change.kind) && change.kind !== 'account_type') {
      return String(enrolmentAt(standing.enrolments, change.affiliate_id, at)?.enrolment_id ?? '');
    }
    const own = isRestrictionKind(change.kind) && change.id !== null
      && restrictionSpanAt(standing, change.affiliate_id, at)?.cause === causeOf(change.id);
    return own ? change.from_value : (valueAt(standing, change.affiliate_id, change.kind, at) ?? '');
  };
  const at_effective = value(change.effective_at);
  // An enrolment that is to end ahead is still the one that is meant.
  const latest = change.kind === 'leave' || change.kind === 'terminate' ? at_effective : value(Math.max(change.effective_at, now));
  return { at_effective, latest };
}

/** The last enrolment that the account has begun. */
export function lastEnrolment(standing: Standing, accountId: number): EnrolmentPeriod | null {
  return periodsOf(standing.enrolments, accountId).reduce<EnrolmentPeriod | null>(
    (last, period) => (last === null || period.from_at >= last.from_at ? period : last), null,
  );
}
