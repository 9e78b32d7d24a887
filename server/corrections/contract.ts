/** PAY-6: what the engine would pay for a record; `difference` `0` where it derives none. */
export interface CorrectionOffer {
  record_id: string;
  currency: string;
  decided: string;
  as_known_now: string;
  corrected: string;
  difference: string;
}
