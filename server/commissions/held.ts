import { FOREVER } from '../calendar.ts';

/**
 * The restriction that an affiliate is under at `:at`, `none` where there is none (STA-7); `account` is an expression of its id.
 * A scalar subquery, not EXISTS: PostgreSQL would hash the states of all accounts for that.
 */
export function restrictionOf(account: string): string {
  return `COALESCE((SELECT s.value FROM account_states s WHERE s.account_id = ${account} AND s.field = 'restriction'
    AND s.known_to = ${FOREVER} AND s.from_at <= :at AND :at < s.to_at), 'none')`;
}

/** Whether an affiliate's payout is held at `:at` (STA-7). */
export function holdsPayout(account: string): string {
  return `${restrictionOf(account)} IN ('frozen', 'suspended')`;
}
