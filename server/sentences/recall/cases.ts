/**
 * Whether an account can be linked to an inviter (BIN-4, BIN-5). It speaks to the inviter, who may know the rules, not when
 * the other account was opened or last used, nor where anybody lives. `days`: what age and inactivity must exceed; null where no rule says.
 */
export interface RecallCases {
  possible: { at: number; days: number | null };
  impossible: { at: number };
  inviter_not_in_programme: Rule;
  inviter_restricted: Rule;
  legacy_link: Rule;
  code_not_supported: Rule;
  already_bound: Rule;
  account_too_young: Rule;
  recently_active: Rule;
  recall_region_closed: Rule;
  not_confirmed: Rule;
  /** Time alone cures it; after how much is nothing to the inviter. */
  later: Record<string, never>;
  never: Record<string, never>;
}

interface Rule {
  days: number | null;
}
