type Row<Column extends string> = Record<Column, string>;

/** The rows of the feeds that the demo world uses, with the columns of CONTRACT 1. */
export interface DemoRows {
  accounts: Row<
    'uid' | 'registered_at' | 'country' | 'account_type' | 'kyc_level' | 'vip_level' | 'email' | 'name'
    | 'referral_code' | 'inviter_code' | 'inviter_channel' | 'inviter_campaign'
  >;
  'account-events': Row<'event_id' | 'uid' | 'occurred_at' | 'field' | 'value'>;
  activations: Row<'activation_id' | 'uid' | 'programme' | 'activated_at'>;
  ratios: Row<'ratio_id' | 'uid' | 'family' | 'ratio_bps' | 'set_at'>;
  transfers: Row<'transfer_id' | 'uid' | 'occurred_at' | 'direction' | 'source' | 'amount_usdt'>;
  trades: Row<
    'trade_id' | 'uid' | 'executed_at' | 'product' | 'volume_usdt' | 'fee' | 'fee_offset' | 'fee_currency' | 'via_api'
  >;
  prices: Row<'currency' | 'day' | 'usdt'>;
}

export type DemoFeed = keyof DemoRows;

/** The feeds in the order in which one day's files are imported: each may refer to those before it. */
export const feedOrder: readonly DemoFeed[] = [
  'accounts', 'account-events', 'activations', 'ratios', 'transfers', 'trades', 'prices',
];

/** A row and the UTC day with whose file it arrives. */
export interface Arrival<F extends DemoFeed = DemoFeed> {
  day: string;
  row: DemoRows[F];
}

/** One file of a feed. */
export type ImportStep = { [F in DemoFeed]: { step: 'import'; feed: F; rows: DemoRows[F][] } }[DemoFeed];

/** A decision of staff about the tier review that the evaluation of `month` left for an affiliate. */
export interface DecideStep {
  step: 'decide';
  verb: 'approve' | 'reject';
  affiliate_uid: string;
  /** The evaluated month `YYYY-MM`. */
  month: string;
  /** The instant of the decision; an approval holds from it on (TIE-5). */
  at: string;
  by: 'operations@demo.test' | 'operations2@demo.test';
  comment: string;
}

/** One thing to do, in order; days are `YYYY-MM-DD`. */
export type DemoStep =
  | ImportStep
  | { step: 'commission'; day: string }
  | { step: 'evaluation'; month: string }
  | DecideStep;
