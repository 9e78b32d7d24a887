import type { AccountType, Family, Product, Programme } from '../rulebooks/contract.ts';

/** A step of a programme's ladder; those of `partner` have names of their own. */
export interface Step {
  programme: Programme;
  tier: number;
  name: string;
}

/** Figures as the language writes them; days and times are UTC. In Persian a day is that of its calendar, with the Gregorian one beside it. */
export interface Form {
  day(at: number): string;
  moment(at: number, milliseconds?: boolean): string;
  /** A calendar month from `YYYY-MM`. */
  month(month: string): string;
  money(amount: bigint, currency: string): string;
  count(number: number): string;
  rate(bps: number): string;
  product(product: Product): string;
  family(family: Family): string;
  accountType(type: AccountType): string;
  step(step: Step): string;
  /** An address, kept in its own order in a text from right to left. */
  address(url: string): string;
}

/** What a language brings for all its sentences. */
export interface Tongue {
  /** The locale of its figures. */
  locale: string;
  /** The locale of a second calendar that stands beside every day; none where the locale's own is the Gregorian one. */
  beside: string | null;
  moment(day: string, time: string): string;
  products: Record<Product, string>;
  families: Record<Family, string>;
  accountTypes: Record<AccountType, string>;
  /** A tier that has a number instead of a name. */
  tier(number: string): string;
}

/** A language's sentences for some cases `C`: instants in ms, amounts in e8, rates in basis points. */
export type Phrases<C> = { [P in keyof C]: (facts: C[P], form: Form) => string };

/** One case of `K` with its facts. */
export type Told<C, K extends keyof C = keyof C> = { [P in K]: { tells: P; facts: C[P] } }[K];
