import type { Translated } from '../catalogue.ts';
import type * as english from '../en/notes.ts';

export const notes: Translated<typeof english.notes> = {
  title: 'Notes',
  none: 'Rien n’a encore été noté.',
  write: 'Nouvelle note',
  kind: 'Genre',
  hint: 'Une note n’est jamais modifiée ni supprimée.',
  save: 'Écrire la note',
  saved: 'La note est écrite.',
  feedback: 'ce que l’affilié nous a dit',
  show: 'Afficher',
  showAll: 'tout',
  noFeedback: 'L’affilié ne nous a encore rien dit.',
};
