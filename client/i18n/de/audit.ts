import type { Translated } from '../catalogue.ts';
import type * as english from '../en/audit.ts';

export const audit: Translated<typeof english.audit> = {
  title: 'Audit-Ereignis %{seq}',
  preset: { decisions: 'Entscheidungen', reveals: 'Offenlegungen', signIns: 'Anmeldungen' },
  at: 'Wann',
  actor: 'Wer',
  action: 'Was',
  subject: 'Woran',
  reason: 'Grund',
  request: 'Anfrage',
  changes: 'Änderungen',
  noChanges: 'Kein Feld wurde geändert.',
  field: 'Feld',
  old: 'Vorher',
  new: 'Nachher',
  chain: 'Platz in der Kette',
  prev: 'Hash des Ereignisses davor',
  hash: 'Hash',
  none: 'Es ist noch nichts damit geschehen.',
};
