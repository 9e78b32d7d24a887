/** What money is spoken of: one record's, or all that is unpaid in a currency (`sum`). `at`: of the trade; none of a bonus or a sum. */
export type Due =
  | { kind: 'commission' | 'correction'; amount: bigint; currency: string; at: number }
  | { kind: 'bonus' | 'sum'; amount: bigint; currency: string };

interface Payout {
  due: Due;
  /** An instant of the day that the payout is for. */
  day_at: number;
}

interface Line {
  amount: bigint;
  currency: string;
  day_at: number;
}

/** When money comes (section 7 of the rules): of a record, of what is open in a currency, of a line. */
export interface MoneyCases {
  nothing_due: { at: number };
  /** Enters the payout for a day, due by its deadline. */
  next: Payout & { deadline_at: number };
  /** No day can be named. */
  next_undated: { due: Due };
  held: { due: Due };
  batched: Payout & { deadline_at: number };
  /** The deadline has passed without a confirmation. */
  late: Payout & { deadline_at: number };
  paid: Payout & { paid_at: number };
  /** What is open comes to nothing, or less, once reversals are taken off. */
  carried_over: { due: Due; sum: bigint };
  /** Added to one of those above. */
  tried_before: { day_at: number; failed_at: number };
  /** Added to a paid one, or one on its way: it was reversed since. */
  reversed: { at: number };
  /** Open, and so is its reversal. */
  cancelled_out: { due: Due; at: number };
  /** A reversal itself, by where it stands; `due`: what it reverses. */
  deducted_next: { due: Due };
  deducted: { due: Due; day_at: number };
  /** All that is open in a currency, where it is below zero. */
  balance_carried: { sum: bigint; currency: string };
  line_batched: Line & { deadline_at: number };
  line_late: Line & { deadline_at: number };
  line_held: Line;
  line_paid: Line & { paid_at: number };
  line_failed: Line & { failed_at: number };
  /** Nothing is paid to the affiliate at present: it is not tried again before that ends. */
  line_failed_held: Line & { failed_at: number };
  line_not_sent: Line;
}
