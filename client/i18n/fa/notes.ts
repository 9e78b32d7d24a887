import type { Translated } from '../catalogue.ts';
import type * as english from '../en/notes.ts';

export const notes: Translated<typeof english.notes> = {
  title: 'یادداشت‌ها',
  none: 'هنوز یادداشتی نیست.',
  write: 'یادداشت تازه',
  kind: 'نوع',
  hint: 'یادداشت هرگز ویرایش یا حذف نمی‌شود.',
  save: 'نوشتن یادداشت',
  saved: 'یادداشت نوشته شد.',
  feedback: 'آنچه معرف به ما گفت',
  show: 'نمایش',
  showAll: 'همه چیز',
  noFeedback: 'معرف هنوز چیزی به ما نگفته است.',
};
