import type { AccountType, Family, KycLevel, Product, Programme } from '../../server/rulebooks/contract.ts';
import type { At } from './calendar.ts';
import type { DemoCountry } from './names.ts';
import type { ReviewStep } from './steps.ts';

/** Something that happens to an account after its registration. */
export interface Change {
  at: At;
  field: 'account_type' | 'vip_level' | 'country';
  value: string;
}

/** What a newcomer does in the month of registration, in cents of USDT; the volume ends up exactly as told. */
export interface FirstSteps {
  deposit: number;
  volume: number;
  /** Money from another account of the exchange, which counts for no one's qualification (TIE-1). */
  internal?: number;
}

/** An account that an affiliate invited. Its key is the affiliate's with its place, such as `climber.2`. */
export interface InviteeStory {
  country: DemoCountry;
  joins: At;
  first?: FirstSteps;
  changes?: Change[];
}

/** A month's tier review decided; months without an entry leave the review to the next evaluation (TIE-6). */
export interface Decision {
  month: number;
  verb: ReviewStep['verb'];
  /** Days between the first of the next month and the decision. */
  after: 1 | 2;
  by: 'operations' | 'operations2';
  comment: string;
}

/** A trade that the story needs as it is, beside those drawn. */
export interface ScriptedTrade {
  who: string;
  at: At;
  product: Product;
  /** In cents of USDT. */
  volume: number;
  currency: FeeCurrency;
  /** The day with whose file it arrives, where that is not its own. */
  arrives?: At;
}

export type FeeCurrency = 'USDT' | 'BTC' | 'ETH' | 'BNB' | 'BUSD';

/** An account that has invited others, and what becomes of them in the thirteen months. */
export interface AffiliateStory {
  /** Speaks of the story; also the account's key. */
  key: string;
  /** Decides what its invitees trade, and whether a window of 365 days ends their part in `volumes`. */
  programme: Programme;
  country: DemoCountry;
  joins: At;
  account_type?: AccountType;
  /** The affiliate that invited this one; its own trades then count for that one. */
  invited_by?: string;
  activations: At[];
  /** Is admitted by an application (ENR-6), not by the feed of activations. */
  applies?: boolean;
  changes?: Change[];
  ratios?: { at: At; family: Family; bps: number }[];
  /**
   * The volume of all invitees by month 0…12 in whole USDT, reached to the cent; the running month's as if it
   * were over. Volume of newcomers (`first`), of mining, after the window and of scripted trades comes on top.
   */
  volumes: number[];
  /** Trades of a full month. */
  trades: number;
  invitees: InviteeStory[];
  decisions?: Decision[];
  scripted?: ScriptedTrade[];
}

/** Somebody who came through a campaign, or whose registration looks odd: no part of the inviter's `volumes`. */
export interface GuestStory {
  key: string;
  inviter: string;
  programme: Programme;
  country: DemoCountry;
  joins: At;
  /** Milliseconds into the day of registration, where the story needs it. */
  registered_ms?: number;
  /** Code of the campaign whose link it came through. */
  campaign?: string;
  first?: FirstSteps;
  /** Bears the inviter's name, and the inviter's address with a tag. */
  likeInviter?: boolean;
}

/** An account without inviter, or one whose binding is refused. */
export interface SingleStory {
  key: string;
  country: DemoCountry;
  joins: At;
  invited_by?: string;
  kyc?: KycLevel;
  /** Neither trades nor moves money by itself. */
  quiet?: boolean;
}
