import type { Product } from '../../rulebooks/contract.ts';

/** What a sentence may name of a trade. It speaks to the inviter. */
export interface TradeCases {
  /** `cut`: the exact product of base and rate has more than eight decimals (REF-6). */
  earned: Trade & Sum & { amount: bigint; cut: boolean };
  earned_below_unit: Trade & Sum;
  earned_at_no_rate: Trade & Sum;
  not_activated: Trade;
  enrolment_ended: Trade & { first_activated_at: number };
  suspended: Trade;
  window_after_opening: Trade & Window;
  window_after_recall: Trade & Window;
  product_not_covered: Trade & { product: Product };
  recall_not_covered: Trade & { product: Product };
  api_trade: Trade;
  vip_excluded: Trade;
  region_restricted: Trade & { product: Product };
  fee_offset: Trade & { fee: bigint; currency: string };
  no_fee: Trade & { currency: string };
  no_inviter: Trade;
  /** `same_second`: only milliseconds tell the two instants apart. */
  before_binding: Trade & { bound_at: number; same_second: boolean };
  not_yet_run: Trade;
}

interface Trade {
  at: number;
}

interface Sum {
  base: bigint;
  rate_bps: number;
  currency: string;
}

/** `last_at`: an instant of the last day on which trades earn. */
interface Window {
  start_at: number;
  last_at: number;
}
