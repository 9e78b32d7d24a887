export const searchKinds = ['trade', 'account', 'commission'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Where a word leads: `id` is the thing's id on the wire, `href` its page in the console. `label` and `detail` say what it is. */
export interface SearchResult {
  kind: SearchKind;
  id: string;
  label: string;
  detail: string;
  href: string;
}

/** `GET /api/search?q`: exact matches only, a trade first. */
export interface SearchAnswer {
  results: SearchResult[];
}

export const MAX_SEARCH_LENGTH = 500;
