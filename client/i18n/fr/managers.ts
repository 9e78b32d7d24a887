import type { Translated } from '../catalogue.ts';
import type * as english from '../en/managers.ts';

export const managers: Translated<typeof english.managers> = {
  title: 'Gestionnaire du compte',
  none: 'Personne ne suit cet affilié.',
  assign: 'Attribuer',
  change: 'Changer',
  ask: 'Qui suit %{uid} ?',
  manager: 'Gestionnaire du compte',
  nobody: 'personne',
  submit: 'Enregistrer',
  assigned: 'Le gestionnaire du compte est changé.',
  mine: 'Suivis par moi',
};
