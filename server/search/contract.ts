/** What a word can name, in the order in which it is shown. */
export const searchKinds = [
  'trade', 'account', 'commission', 'payout', 'payout_line', 'campaign', 'status_change', 'tier_review', 'reversal', 'correction', 'boost', 'application',
  'content_review', 'campaign_version', 'run', 'import',
] as const;
export type SearchKind = (typeof searchKinds)[number];

/** A word about what was found: a value of a closed list (`label`: which), a figure or time (`label`: of which form), or a text as it is. */
export interface SearchWord {
  label: 'product' | 'programme' | 'recordKind' | 'state' | 'changeKind' | 'runKind' | 'feed' | 'sum' | 'instant' | 'period' | null;
  value: string;
}

/** Where a word leads: `id` is the thing's id on the wire, `href` its page in the console. `label` and `detail` say what it is. */
export interface SearchResult {
  kind: SearchKind;
  id: string;
  label: string;
  /** `words` as one text. */
  detail: string;
  words: SearchWord[];
  href: string;
}

/**
 * `GET /api/search?q`: exact matches only, a trade first; of a campaign also the beginning of its name. `closed`: what a word of this form
 * can name and this role may not look for. It says nothing about whether there is such a thing.
 */
export interface SearchAnswer {
  results: SearchResult[];
  closed: (SearchKind | 'email')[];
}

export const MAX_SEARCH_LENGTH = 500;
