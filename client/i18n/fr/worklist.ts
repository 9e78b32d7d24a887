import type { Translated } from '../catalogue.ts';
import type * as english from '../en/worklist.ts';

export const worklist: Translated<typeof english.worklist> = {
  waiting: 'en attente : %{count}',
  waitingCapped: 'en attente : plus de %{count}',
  decidedMeanwhile: '%{who} a décidé entre-temps : %{state}.',
  theConsole: 'La console',
};
