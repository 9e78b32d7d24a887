import type { NoteSubject } from '#contract/notes';
import { useTranslate } from 'react-admin';

/** What a note stands beside, in words, and its page. */
export function useSubject(type: NoteSubject, id: string): { name: string; path: string } {
  const translate = useTranslate();
  return {
    name: translate(`label.noteSubject.${type}`, { id }),
    path: `/${type}/${encodeURIComponent(id)}/show`,
  };
}
