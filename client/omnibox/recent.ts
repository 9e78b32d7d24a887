import { useGetIdentity, useStore } from 'react-admin';
import type { Found } from './places.ts';

/** As many as one looks over at a glance. */
const KEPT = 8;

/**
 * What this person went to last, the newest first, in this browser alone: ids and where they lead, never what was typed, which may be
 * somebody's address. A trade, an account and all else that has a page; no action.
 */
export function useRecent(): [readonly Found[], (found: Found) => void] {
  const { identity } = useGetIdentity();
  const [kept, keep] = useStore<Found[]>(`preferences.recent.${String(identity?.id ?? '')}`, []);
  const remember = ({ kind, id, label, href }: Found) => {
    if (kind === 'action' || kind === 'screen' || !identity) return;
    const others = kept.filter((one) => one.href !== href);
    keep([{ kind, id, label, words: [], href }, ...others].slice(0, KEPT));
  };
  return [kept, remember];
}
