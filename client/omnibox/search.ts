import type { SearchAnswer } from '#contract/search';
import type { ConsoleDataProvider } from '../api/dataProvider.ts';
import type { Found } from './places.ts';

export function search(api: ConsoleDataProvider, text: string, signal?: AbortSignal): Promise<SearchAnswer> {
  const query = new URLSearchParams({ q: text.trim() });
  return api.read<SearchAnswer>(`search?${query}`, signal);
}

/** The page that a result leads to; a pasted trade leads straight to its explanation. Never out of the console. */
export function pathOf({ kind, id, href }: Found): string {
  if (kind === 'trade') return `/explain/trade/${encodeURIComponent(id)}`;
  const path = href.replace(/^#/, '');
  return /^\/(?!\/)/.test(path) ? path : '/';
}
