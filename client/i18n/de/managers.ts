import type { Translated } from '../catalogue.ts';
import type * as english from '../en/managers.ts';

export const managers: Translated<typeof english.managers> = {
  title: 'Betreuung',
  none: 'Niemand betreut diesen Affiliate.',
  assign: 'Zuweisen',
  change: 'Ändern',
  ask: 'Wer betreut %{uid}?',
  manager: 'Betreuung',
  nobody: 'niemand',
  submit: 'Speichern',
  assigned: 'Die Betreuung ist geändert.',
  mine: 'Von mir betreut',
};
