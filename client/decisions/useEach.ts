import { useEffect, useState } from 'react';
import { useApi } from '../api/useRead.ts';
import { readEach, type SeenEach } from './readEach.ts';

/** What stands behind the chosen requests, found out anew each time that a dialog opens; null until all is known. */
export function useEach<Body>(ids: readonly string[], pathOf: (id: string) => string, asked = true): SeenEach<Body> | null {
  const api = useApi();
  const [seen, setSeen] = useState<SeenEach<Body> | null>(null);
  const chosen = ids.join();
  useEffect(() => {
    if (!asked) return undefined;
    let current = true;
    void readEach<Body>(api, chosen.split(','), pathOf).then((found) => current && setSeen(found));
    return () => {
      current = false;
    };
  }, [api, chosen, pathOf, asked]);
  return seen;
}
