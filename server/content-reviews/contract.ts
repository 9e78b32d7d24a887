import { z } from 'zod';
import { httpUrl } from '../addresses/contract.ts';
import { withReason } from '../transitions/contract.ts';
import type { Language } from '../explanations/contract.ts';
import type { ContentReviewState } from './contract-steps.ts';

export * from './contract-steps.ts';

/** Whose look-alikes are flagged (CAM-5): the domains, with all below them, and the handles that are ours. */
export const officialDomains = ['binance.com'] as const;
export const officialHandles = ['binance'] as const;

/** Why content is refused (CAM-5); each has its sentence in every language. */
export const contentReasonCodes = [
  'third_party_rights', 'offensive_or_illegal', 'quality', 'look_alike', 'unauthorised_advertising', 'fraudulent_or_misleading',
] as const;
export type ContentReasonCode = (typeof contentReasonCodes)[number];

/**
 * How a name resembles an official one: by characters that look alike, by letters changed, left out or swapped, by words around it, under
 * another top-level domain, as part of a host of somebody else, before the `@` of an address, or as a handle.
 */
export const lookAlikeKinds = ['homoglyph', 'typo', 'inserted_words', 'other_tld', 'subdomain', 'credentials', 'handle'] as const;
export type LookAlikeKind = (typeof lookAlikeKinds)[number];

export interface LookAlike {
  place: 'url' | 'channel' | 'text';
  /** As a machine reads it: a host in punycode. */
  found: string;
  /** As a person reads it. */
  shown: string;
  /** The official domain. */
  resembles: string;
  kind: LookAlikeKind;
  /** Letters to change, leave out, put in or swap to come to the official name; null where it is all there. */
  distance: number | null;
}

/** CAM-5: staff hand in what an affiliate wants to use. The URL is never opened by the console. */
export const newContentReview = z.strictObject({
  affiliate_uid: z.string().min(1).max(64),
  url: httpUrl,
  channel: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(10_000),
});
export type NewContentReview = z.infer<typeof newContentReview>;

const reason_code = z.enum(contentReasonCodes);
/** A rejection names its reason of the catalogue, too. */
export const contentRejection = { one: withReason.one.extend({ reason_code }), many: withReason.many.extend({ reason_code }) };

/** What has become of the other submissions of one affiliate. */
export interface ContentHistory {
  pending: number;
  approved: number;
  rejected: number;
  /** How often each reason was given. */
  reasons: Partial<Record<ContentReasonCode, number>>;
}

export interface ContentReviewRow {
  id: string;
  affiliate_uid: string;
  url: string;
  channel: string;
  text: string;
  look_alike: boolean;
  look_alikes: LookAlike[];
  requested_by: string;
  requested_at: string;
  state: ContentReviewState;
  decided_by: string | null;
  decided_at: string | null;
  comment: string | null;
  reason_code: ContentReasonCode | null;
  /** The decision as it was given out. */
  issued: Record<Language, string> | null;
  age_hours: number;
  history: ContentHistory;
}
