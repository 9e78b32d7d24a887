import { holdingRestrictions } from '../affiliates/contract.ts';
import { FOREVER } from '../calendar.ts';

/** `FROM …` the restriction `s` laid on an affiliate at an instant; both are expressions, `account` of its id. No row where there is none. */
export function restrictionLaid(account: string, instant: string): string {
  return `FROM account_states s WHERE s.account_id = ${account} AND s.field = 'restriction'
    AND s.known_to = ${FOREVER} AND s.from_at <= ${instant} AND ${instant} < s.to_at`;
}

/**
 * The restriction that an affiliate is under at an instant, `none` where there is none (STA-7).
 * A scalar subquery, not EXISTS: PostgreSQL would hash the states of all accounts for that.
 */
export function restrictionAt(account: string, instant: string): string {
  return `COALESCE((SELECT s.value ${restrictionLaid(account, instant)}), 'none')`;
}

/** Whether a restriction, which is an expression, holds back what is unpaid (STA-7). */
export function isHolding(restriction: string): string {
  return `${restriction} IN (${holdingRestrictions.map((one) => `'${one}'`).join(', ')})`;
}

/** Whether an affiliate's payout is held at `:at` (STA-7). */
export function holdsPayout(account: string): string {
  return isHolding(restrictionAt(account, ':at'));
}
