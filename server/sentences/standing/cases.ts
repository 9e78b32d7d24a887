import type { AccountType, Programme } from '../../rulebooks/contract.ts';

interface Ended {
  at: number;
  programme: Programme;
}

interface Over {
  at: number;
  until: number;
}

/** What holds of an affiliate as far as the affiliate may know: what it does, never why it was laid on, or by whom. */
export interface StandingCases {
  /** STA-1. */
  moved_to_collaborator: Ended;
  /** STA-2. `type`: what the account became; null where it is not known. */
  account_type_changed: Ended & { type: AccountType | null };
  left: Ended;
  leaving: { at: number };
  terminated: Ended;
  programme_ended: Ended;
  /** No enrolment was touched by it. */
  type_only: { at: number; type: AccountType };
  /** STA-7. */
  no_new_bindings: { at: number };
  payout_on_hold: { at: number };
  no_accrual: { at: number };
  lifted: { at: number };
  no_new_bindings_over: Over;
  hold_over: Over;
  no_accrual_over: Over;
  /** Added: the customer asked for it. */
  as_asked: { at: number };
}
