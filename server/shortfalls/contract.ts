/** STA-10: a record that would come out higher by what is known now; `difference` is what a correction would pay (PAY-6). */
export interface ShortfallRow {
  id: string;
  record_id: string;
  affiliate_uid: string;
  trade_id: string;
  executed_at: string;
  /** What stands: the record with its reversal. */
  decided: string;
  as_known_now: string;
  /** Corrections already paid or pending. */
  corrected: string;
  difference: string;
  currency: string;
  cause: string;
  found_at: string;
}
