/** What staff decide, each kind by the resource or step that it is of, in the order of the compliance desk. */
export const decisionKinds = [
  'status-changes', 'tier-reviews', 'boosts', 'reversals', 'corrections', 'applications', 'content-reviews', 'campaign-versions', 'staff-changes',
  'payout-releases', 'payout-stops', 'payout-resumptions', 'payout-conflicts', 'manifest-overrides', 'rulebooks',
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** `stopped` and `settled`: by one person alone (PAY-7, PAY-3). `feed`: nobody decided, the exchange's own data did it (STA-8). */
export const decisionOutcomes = ['approved', 'rejected', 'stopped', 'settled', 'feed'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

/** A row of `decisions`: who asked, who decided, on what evidence. Instants are ISO 8601. */
export interface DecisionRow {
  id: string;
  kind: DecisionKind;
  /** The resource and id under which what was decided is found. */
  subject_type: string;
  subject_id: string;
  affiliate_uid: string | null;
  /** What it is about, in the words of its kind: the kind of a status change, a month, a record's id, a day, an address of staff. */
  about: string | null;
  from: string | null;
  to: string | null;
  reason_code: string | null;
  /** `system` where a run or a late fact asked; null where one person acts alone. */
  requested_by: string | null;
  requested_at: string | null;
  outcome: DecisionOutcome;
  /** Null where the feed brought it. */
  decided_by: string | null;
  decided_at: string;
  comment: string | null;
  evidence: string[];
  /** Whether the same person asked and decided: never. */
  own: boolean;
}

/** `GET /api/self-decided`: how many decisions of each kind were looked at, and in how many who asked decided too. */
export interface SelfDecided {
  looked_at: string;
  kinds: { kind: DecisionKind; examined: number; own: number }[];
}

/** One reason, as one person used it in a month: `kind` says on what; `decided`: as a decision, else in a request. */
export interface ReasonUse {
  person: string;
  kind: 'status-changes' | 'reversals' | 'corrections' | 'content-reviews';
  reason_code: string;
  decided: boolean;
  uses: number;
}

/** `GET /api/reason-uses?month=YYYY-MM`. */
export interface ReasonUses {
  month: string;
  uses: ReasonUse[];
}
