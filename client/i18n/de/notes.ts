import type { Translated } from '../catalogue.ts';
import type * as english from '../en/notes.ts';

export const notes: Translated<typeof english.notes> = {
  title: 'Notizen',
  none: 'Es ist noch nichts notiert.',
  write: 'Neue Notiz',
  kind: 'Art',
  hint: 'Eine Notiz wird nie geändert oder gelöscht.',
  save: 'Notiz schreiben',
  saved: 'Die Notiz ist geschrieben.',
  feedback: 'was der Affiliate uns sagte',
  show: 'Zeigen',
  showAll: 'alles',
  noFeedback: 'Der Affiliate hat uns noch nichts gesagt.',
};
