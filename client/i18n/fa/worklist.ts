import type { Translated } from '../catalogue.ts';
import type * as english from '../en/worklist.ts';

export const worklist: Translated<typeof english.worklist> = {
  waiting: 'در انتظار: %{count}',
  waitingCapped: 'در انتظار: بیش از %{count}',
  decidedMeanwhile: '%{who} در این میان تصمیم گرفته است: %{state}.',
  theConsole: 'کنسول',
};
