import type { Translated } from '../catalogue.ts';
import type * as english from '../en/decisions.ts';

/** What all requests that two people stand behind have in common. */
export const decisions: Translated<typeof english.decisions> = {
  mine: 'Offen, von mir zu entscheiden',
  comment: 'Kommentar',
  commentHint: 'Warum? Mindestens %{min} Zeichen; bisher %{length}.',
  commentChoice: 'Darf leer bleiben; sonst mindestens %{min} Zeichen; bisher %{length}.',
  room: '%{length} von höchstens %{max} Zeichen.',
  tooLong: 'Vom Eingefügten passte %{smart_count} Zeichen nicht mehr hinein und fehlt. |||| Vom Eingefügten passten %{smart_count} Zeichen nicht mehr hinein und fehlen.',
  back: 'Zurück',
  close: 'Schließen',
  verb: { approve: 'Genehmigen', reject: 'Ablehnen', cancel: 'Antrag zurückziehen' },
  done: { approve: 'Genehmigt', reject: 'Abgelehnt', cancel: 'Zurückgezogen' },
  results: 'Ergebnis je Antrag',
  resultsSum: 'Entschieden: %{done}. Nicht entschieden: %{failed}.',
  notDecided: 'Ein Antrag konnte nicht entschieden werden: |||| %{smart_count} Anträge konnten nicht entschieden werden:',
  numbered: 'Antrag %{id}',
  request: 'Antrag',
  outcome: 'Ergebnis',
  previous: 'Voriger',
  next: 'Nächster',
  position: '%{position} von %{length} offenen',
  changed: '%{what}: Es war %{from}, jetzt ist es %{now}.',
  enrolmentOver: 'Die gemeinte Teilnahme läuft nicht mehr.',
  leave: 'Das Eingetippte ist nicht gesendet. Trotzdem verlassen?',
  waiting: 'Wartet',
  own: 'Eigener Antrag. Entscheiden muss jemand anderes; zurückziehen ist möglich.',
  decidedByRoles: 'Hierüber entscheidet: %{roles}.',
  ownDecision: 'Eigener Antrag. Entscheiden muss jemand anderes.',
};
