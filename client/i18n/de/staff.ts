import type { Translated } from '../catalogue.ts';
import type * as english from '../en/staff.ts';

/** Changes among the staff: asked for by an administrator, agreed by compliance. */
export const staff: Translated<typeof english.staff> = {
  preset: { all: 'Alle', pending: 'Offen' },
  pending: 'Wartet auf Compliance',
  allRequests: 'Alle Anträge',
  add: 'Mitglied hinzufügen',
  send: 'Antrag senden',
  asked: 'Der Antrag ist gesendet. Compliance entscheidet.',
  disabled: 'Gesperrt: Dort ist niemand mehr angemeldet.',
  email: 'E-Mail-Adresse',
  name: 'Name',
  role: 'Rolle',
  newRole: 'Neue Rolle',
  fromTo: 'von %{from} zu %{to}',
  wish: { role: 'Rolle ändern', disable: 'Sperren', enable: 'Entsperren' },
  wishOf: { role: 'Rolle von %{name} ändern', disable: '%{name} sperren?', enable: '%{name} wieder entsperren' },
  atOnce: 'Das gilt sofort und beendet jede Sitzung. Zum Entsperren braucht es die Zustimmung von Compliance.',
  onceAgreed: 'Das gilt, sobald Compliance zustimmt.',
  ask: { approve: 'Dieser Änderung zustimmen?', reject: 'Diese Änderung ablehnen?', cancel: 'Den Antrag zurückziehen?' },
  endsSessions: 'Das Mitglied wird abgemeldet und meldet sich mit der neuen Rolle wieder an.',
  what: 'Was',
  whom: 'Wer',
  why: 'Warum',
  askedBy: 'Beantragt von',
  askedAt: 'Beantragt',
  decision: 'Entscheidung',
  invitation: 'Einladung an %{email}',
  once: 'Dieses Token wird nur jetzt gezeigt. Dem neuen Mitglied übergeben, das damit ein Passwort wählt.',
  copyToken: 'Token kopieren',
  until: 'Verwendbar bis',
};
