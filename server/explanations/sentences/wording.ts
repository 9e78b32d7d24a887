import type { Product } from '../../rulebooks/contract.ts';

/** What a sentence may name of its case: instants in ms, amounts in e8, rates in basis points. */
export interface Cases {
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

/** One case of `K` with its facts. */
export type Told<K extends keyof Cases = keyof Cases> = { [P in K]: { tells: P; facts: Cases[P] } }[K];

/** Figures as the language writes them; days and times are UTC. */
export interface Form {
  day(at: number): string;
  moment(at: number, milliseconds?: boolean): string;
  money(amount: bigint, currency: string): string;
  rate(bps: number): string;
  product(product: Product): string;
}

/** Everything that a language brings. A sentence speaks to the inviter. */
export interface Wording {
  /** The locale of its figures. */
  locale: string;
  moment(day: string, time: string): string;
  products: Record<Product, string>;
  phrases: { [P in keyof Cases]: (facts: Cases[P], form: Form) => string };
}
