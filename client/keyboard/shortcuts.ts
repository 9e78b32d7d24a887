import type { TextKey } from '../i18n/catalogue.ts';

/** Every shortcut of the console, for the help page. */
export const shortcuts: readonly { keys: string; does: TextKey }[] = [
  { keys: 'g h', does: 'shortcuts.home' },
  { keys: 'g r', does: 'shortcuts.reviews' },
  { keys: 'g s', does: 'shortcuts.changes' },
  { keys: 'g a', does: 'shortcuts.affiliates' },
  { keys: 'g c', does: 'shortcuts.commissions' },
  { keys: 'g p', does: 'shortcuts.payouts' },
  { keys: 'g v', does: 'shortcuts.reversals' },
  { keys: 'g d', does: 'shortcuts.desk' },
  { keys: 'mod+k', does: 'shortcuts.omnibox' },
  { keys: '/', does: 'shortcuts.search' },
  { keys: 'a', does: 'shortcuts.approve' },
  { keys: 'r', does: 'shortcuts.reject' },
  { keys: 'x', does: 'shortcuts.chooseAll' },
  { keys: 'n', does: 'shortcuts.begin' },
  { keys: '1 … 9', does: 'shortcuts.tab' },
  { keys: 'd', does: 'shortcuts.asOf' },
  { keys: 'c', does: 'shortcuts.copySentence' },
  { keys: 'i', does: 'worklist.take' },
  { keys: 'mod+z', does: 'worklist.undo' },
  { keys: 'mod+enter', does: 'shortcuts.decide' },
  { keys: 'arrowback', does: 'shortcuts.previous' },
  { keys: 'arrowforward', does: 'shortcuts.next' },
  { keys: '?', does: 'shortcuts.help' },
];
