import { createContext, useEffect, useState } from 'react';
import { useLocation } from 'react-admin';

interface SearchContent {
  text: string;
  search: (text: string) => void;
}

/** What is searched in the list around it. */
export const SearchContext = createContext<SearchContent>({ text: '', search: () => undefined });

/** By list and entry of the browser's history. */
const kept = new Map<string, string>();

/** What was searched belongs to who is signed in. */
export function forgetSearches(): void {
  kept.clear();
}

/**
 * What is searched in a list. It may be somebody's e-mail address, so it never stands in the page's own address, which
 * the browser's history keeps: it lives in this page's memory, by entry of the history, so that the way back finds it.
 */
export function useSearchText(list: string): SearchContent {
  const { key, search: asked } = useLocation();
  const entry = `${list} ${key}`;
  const [held, setHeld] = useState({ entry, text: kept.get(entry) ?? '' });
  // Sorting, turning pages and filtering lead to an address with a question: the search goes along.
  const text = held.entry === entry ? held.text : (kept.get(entry) ?? (asked ? held.text : ''));
  if (held.entry !== entry) setHeld({ entry, text });
  useEffect(() => {
    if (text) kept.set(entry, text);
    else kept.delete(entry);
  }, [entry, text]);
  return { text, search: (next) => setHeld({ entry, text: next }) };
}
