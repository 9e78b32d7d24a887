import { useEffect, useRef } from 'react';
import { useLocation } from 'react-admin';
import type { SavedViewRow } from '#contract/saved-views';
import type { Look } from './look.ts';

/** Takes on the view that the address asks for (`?view=12`); answers whether there is none of that number. */
export function useAskedView(views: readonly SavedViewRow[] | undefined, take: (look: Look, replace: boolean) => void): boolean {
  const { search } = useLocation();
  const asked = new URLSearchParams(search).get('view');
  const view = views?.find(({ id }) => id === asked);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (view) latest.current(view, true);
  }, [view]);
  return asked !== null && views !== undefined && !view;
}
