import type { Translated } from '../catalogue.ts';
import type * as english from '../en/worklist.ts';

export const worklist: Translated<typeof english.worklist> = {
  waiting: 'wartend: %{count}',
  waitingCapped: 'wartend: mehr als %{count}',
  decidedMeanwhile: '%{who} hat dies inzwischen entschieden: %{state}.',
  theConsole: 'Die Konsole',
  undo: 'Rückgängig',
  undone: 'Zurückgenommen.',
  views: 'Gespeicherte Ansichten',
  saveView: 'Diese Ansicht speichern',
  viewName: 'Name der Ansicht',
  viewKeeps: 'Behält Filter, Reihenfolge, Spalten und Zeilenhöhe.',
  writtenOver: 'Die eigene Ansicht dieses Namens wird überschrieben.',
  share: 'Mit allen teilen, die diese Liste lesen dürfen',
  save: 'Speichern',
  sharedView: '%{name} (geteilt)',
  viewOf: '%{name} (%{who})',
  viewDeleted: 'Die Ansicht „%{name}“ ist gelöscht.',
  noSuchView: 'Diese Ansicht gibt es nicht mehr, oder sie ist nicht geteilt.',
  copyLink: 'Link zu „%{name}“ kopieren',
  roomy: 'Hohe Zeilen',
};
