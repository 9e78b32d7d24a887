import type { Form, Phrases } from '../wording.ts';
import type { RecallCases } from './cases.ts';

const span = (days: number | null, form: Form): string => (days === null ? 'le nombre de jours prévu par les règles' : `${form.count(days)} jours`);

export const french: Phrases<RecallCases> = {
  possible: ({ at, days }, form) =>
    `À la date du ${form.day(at)}, ce compte peut vous être rattaché : il doit ouvrir votre lien de parrainage actuel et ` +
    `confirmer par « Bind now », après être resté inutilisé pendant plus de ${span(days, form)}.`,
  impossible: ({ at }, form) => `À la date du ${form.day(at)}, ce compte ne peut pas vous être rattaché.`,
  inviter_not_in_programme: () => 'Les comptes existants ne peuvent être rattachés qu’aux participants du programme « pro ».',
  inviter_restricted: () => 'Aucun nouvel utilisateur ne peut vous être rattaché actuellement.',
  legacy_link: () => 'L’ancienne forme du lien de parrainage ne permet pas de rattacher un compte existant ; seul le lien actuel le permet.',
  code_not_supported: () => 'Un code de parrainage seul ne permet pas de rattacher un compte existant ; seul le lien de parrainage actuel le permet.',
  already_bound: () => 'Il est déjà rattaché à un parrain, ce qui ne peut pas être modifié.',
  account_too_young: ({ days }, form) => `Un compte doit être ouvert depuis plus de ${span(days, form)}.`,
  recently_active: ({ days }, form) => `Un compte doit être resté inutilisé pendant plus de ${span(days, form)}.`,
  recall_region_closed: () => 'Selon les règles régionales en vigueur, les comptes existants ne peuvent pas être rattachés ici.',
  not_confirmed: () => 'Son titulaire n’a pas confirmé par « Bind now ».',
  later: () => 'Cela peut devenir possible plus tard, si rien d’autre ne change et si le compte n’est pas utilisé d’ici là.',
  never: () => 'L’attente seule n’y change rien.',
};
