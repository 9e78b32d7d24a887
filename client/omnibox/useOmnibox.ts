import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useNavigate } from 'react-admin';
import { useApi } from '../api/useRead.ts';
import { type Found, usePlaces } from './places.ts';
import { pathOf, search } from './search.ts';

const PAUSE_MS = 180;

/**
 * The state of the omnibox: what is typed, what was found, which result the arrows are on, and whether nothing was
 * found.
 */
export function useOmnibox() {
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [nothing, setNothing] = useState(false);
  const settled = usePause(text.trim());
  // An address is looked for on Enter only: the server keeps who asked for whom, and half an address is nobody's.
  const found = useQuery({ ...question(settled), enabled: settled !== '' && !settled.includes('@') });
  const places = usePlaces();
  const answered = text.trim() ? (found.data ?? []) : [];
  const results: Found[] = [...answered, ...places(text, answered)];

  function question(asked: string) {
    return {
      queryKey: ['search', asked],
      queryFn: ({ signal }: { signal: AbortSignal }) => search(api, asked, signal),
      retry: false,
      staleTime: 5000,
    };
  }
  function change(next: string) {
    setText(next);
    setActive(0);
    setNothing(false);
  }
  function go(result: Found) {
    change('');
    navigate(pathOf(result));
  }
  /** Enter does not wait for the list to show: what was pasted is asked for at once. */
  async function enter() {
    const asked = text.trim();
    if (!asked) return;
    const exact =
      asked === settled && found.data ? found.data : await queries.fetchQuery(question(asked)).catch(() => []);
    const current: Found[] = [...exact, ...places(asked, exact)];
    const chosen = current[Math.min(active, current.length - 1)];
    if (chosen) go(chosen);
    else setNothing(true);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') void enter();
    else if (event.key === 'ArrowDown') setActive(Math.min(active + 1, results.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (event.key === 'Escape') change('');
    else return;
    event.preventDefault();
  }
  const missing = nothing || (found.isSuccess && results.length === 0 && text.trim() === settled && settled !== '');
  return { text, results, active, missing, change, go, onKeyDown };
}

function usePause(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
