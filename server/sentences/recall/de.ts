import type { Form, Phrases } from '../wording.ts';
import type { RecallCases } from './cases.ts';

const span = (days: number | null, form: Form): string => (days === null ? 'die nach den Regeln nötige Zahl von Tagen' : `${form.count(days)} Tage`);

export const german: Phrases<RecallCases> = {
  possible: ({ at, days }, form) =>
    `Stand ${form.day(at)} kann Ihnen dieses Konto zugeordnet werden: Dazu muss es Ihren aktuellen Empfehlungslink öffnen ` +
    `und mit „Bind now“ bestätigen und bis dahin mehr als ${span(days, form)} lang nicht genutzt worden sein.`,
  impossible: ({ at }, form) => `Stand ${form.day(at)} kann Ihnen dieses Konto nicht zugeordnet werden.`,
  inviter_not_in_programme: () => 'Bestehende Konten können nur Teilnehmern des Programms „pro“ zugeordnet werden.',
  inviter_restricted: () => 'Ihnen können derzeit keine neuen Personen zugeordnet werden.',
  legacy_link: () => 'Die alte Form des Empfehlungslinks kann kein bestehendes Konto zuordnen; das kann nur der aktuelle Link.',
  code_not_supported: () => 'Ein Empfehlungscode allein kann kein bestehendes Konto zuordnen; das kann nur der aktuelle Empfehlungslink.',
  already_bound: () => 'Es ist bereits einem Werber zugeordnet, und das lässt sich nicht ändern.',
  account_too_young: ({ days }, form) => `Ein Konto muss älter sein als ${span(days, form)}.`,
  recently_active: ({ days }, form) => `Ein Konto darf mehr als ${span(days, form)} lang nicht genutzt worden sein.`,
  recall_region_closed: () => 'Nach den geltenden regionalen Regeln können bestehende Konten hier nicht zugeordnet werden.',
  not_confirmed: () => 'Es ist nicht mit „Bind now“ bestätigt worden.',
  later: () => 'Später kann es möglich werden, wenn sich sonst nichts ändert und das Konto bis dahin nicht genutzt wird.',
  never: () => 'Warten allein ändert daran nichts.',
};
