import type { Language } from '../explanations/contract.ts';

/** One text in every language, for a customer: with the dates and figures of the case, without what only the house may know. */
export type Sentence = Record<Language, string>;

/** `GET /api/commissions/:id/sentence` and `GET /api/payout-lines/:id/sentence`: when its money comes, or came. */
export interface MoneySentence {
  sentence: Sentence;
}

/** `GET /api/status-changes/:id/sentence`: null where the customer may not know of it. */
export interface ChangeSentence {
  sentence: Sentence | null;
}

/** `GET /api/affiliates/:uid/sentences`. Null where there is nothing to tell. */
export interface AffiliateSentences {
  /** Why this tier, or these rates. */
  tier: Sentence | null;
  /** What ended, or is on hold. */
  standing: Sentence | null;
  /** When what is unpaid comes, by currency. */
  money: { currency: string; sentence: Sentence }[];
}
