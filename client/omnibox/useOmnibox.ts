import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-admin';
import type { SearchAnswer } from '#contract/search';
import { useApi } from '../api/useRead.ts';
import { type Found, usePlaces } from './places.ts';
import { useRecent } from './recent.ts';
import { pathOf, search } from './search.ts';

const PAUSE_MS = 180;
const NOTHING: SearchAnswer = { results: [], closed: [] };

/**
 * The state of the omnibox: what is typed, what was found, which result the arrows are on, what was not looked for, and
 * whether nothing was found. While it is empty, an arrow shows what this person went to last.
 */
export function useOmnibox() {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [asked, setAsked] = useState(false);
  const [recent, remember] = useRecent();
  const { answer, settled, ask, closed, nothing, forget } = useAnswer(text);
  const places = usePlaces();
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
  }, [text]);
  const empty = text.trim() === '';
  const results: readonly Found[] = empty ? (asked ? recent : []) : firstTheRecent([...answer, ...places(text, answer)], recent);

  function change(next: string) {
    setText(next);
    setActive(0);
    setAsked(false);
    forget();
  }
  function go(result: Found, asked = text) {
    // Whoever types on while the answer is under way keeps what they typed.
    if (latest.current === asked) change('');
    remember(result);
    if (result.act) result.act();
    else navigate(pathOf(result));
  }
  /** Enter does not wait for the list to show: what was pasted is asked for at once. */
  async function enter() {
    if (empty) {
      const chosen = results[active];
      if (chosen) go(chosen);
      return;
    }
    const exact = await ask();
    const current = firstTheRecent([...exact, ...places(text, exact)], recent);
    const chosen = current[Math.min(active, current.length - 1)];
    if (chosen) go(chosen, text);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') void enter();
    else if (event.key === 'ArrowDown') down();
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (event.key === 'Escape') change('');
    else return;
    event.preventDefault();
  }
  function down() {
    if (empty && !asked) setAsked(true);
    else setActive(Math.min(active + 1, results.length - 1));
  }
  const missing = !empty && results.length === 0 && (nothing || settled);
  return { text, results, active, missing, closed: empty ? [] : closed, recalling: empty && asked, change, go, onKeyDown };
}

/** Of each kind those to which this person went before, the latest first; the order of the kinds stays. */
function firstTheRecent(found: readonly Found[], recent: readonly Found[]): Found[] {
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  const place = ({ href }: Found) => {
    const at = recent.findIndex((one) => one.href === href);
    return at < 0 ? recent.length : at;
  };
  return kinds.flatMap((kind) => found.filter((one) => one.kind === kind).toSorted((one, other) => place(one) - place(other)));
}

/** What the server answers about the text, once typing pauses, or at once. */
function useAnswer(text: string) {
  const api = useApi();
  const queries = useQueryClient();
  const word = text.trim();
  const settled = usePause(word);
  const [told, setTold] = useState<SearchAnswer | null>(null);
  // An address is looked for on Enter only: the server keeps who asked for whom, and half an address is nobody's.
  const found = useQuery({ ...question(settled), enabled: settled !== '' && !settled.includes('@') });
  const answer = word === '' ? NOTHING : (told ?? found.data ?? NOTHING);

  function question(asked: string) {
    return {
      queryKey: ['search', asked],
      queryFn: ({ signal }: { signal: AbortSignal }) => search(api, asked, signal),
      retry: false,
      staleTime: 5000,
    };
  }
  async function ask() {
    const exact = word === settled && found.data ? found.data : await queries.fetchQuery(question(word)).catch(() => NOTHING);
    setTold(exact);
    return exact.results;
  }
  return {
    answer: answer.results,
    closed: answer.closed,
    settled: found.isSuccess && word === settled,
    nothing: told !== null,
    ask,
    forget: () => setTold(null),
  };
}

function usePause(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
