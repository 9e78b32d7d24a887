import type { NoteSubject } from '#contract/notes';
import { useTranslate } from 'react-admin';

/** Subjects that have a page of their own. */
const withPage: readonly NoteSubject[] = ['affiliates', 'status-changes', 'tier-reviews', 'commissions', 'reversals', 'corrections', 'payout-lines'];

/** What a note stands beside, in words, and its page where it has one. */
export function useSubject(type: NoteSubject, id: string): { name: string; path: string | null } {
  const translate = useTranslate();
  return {
    name: translate(`label.noteSubject.${type}`, { id }),
    path: withPage.includes(type) ? `/${type}/${encodeURIComponent(id)}/show` : null,
  };
}
