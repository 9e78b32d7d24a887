/**
 * What the house owes one affiliate in one currency at a UTC day's end, for all that had accrued by then (trades by their day, reversals,
 * corrections and bonuses by theirs) and was not confirmed as paid: `owed` = `open` + `held` + `in_batch`. Decimal strings.
 */
export interface LiabilityRow {
  /** `<uid>:<currency>`. */
  id: string;
  day: string;
  affiliate_uid: string;
  currency: string;
  /** As it stood at the day's end; of today, now. */
  restriction: string;
  open: string;
  held: string;
  in_batch: string;
  owed: string;
}

/** The same over all affiliates. */
export interface LiabilityTotal {
  currency: string;
  affiliates: number;
  open: string;
  held: string;
  in_batch: string;
  owed: string;
}

/** `GET /api/liabilities/totals?day=YYYY-MM-DD`, today where no day is named; by currency. */
export interface LiabilityTotals {
  day: string;
  totals: LiabilityTotal[];
}
