import type { Translated } from '../catalogue.ts';
import type * as english from '../en/worklist.ts';

export const worklist: Translated<typeof english.worklist> = {
  waiting: 'wartend: %{count}',
  waitingCapped: 'wartend: mehr als %{count}',
  decidedMeanwhile: '%{who} hat dies inzwischen entschieden: %{state}.',
  theConsole: 'Die Konsole',
};
