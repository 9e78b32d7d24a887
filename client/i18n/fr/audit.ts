import type { Translated } from '../catalogue.ts';
import type * as english from '../en/audit.ts';

export const audit: Translated<typeof english.audit> = {
  title: 'Événement d’audit %{seq}',
  preset: { decisions: 'Décisions', reveals: 'Dévoilements', signIns: 'Connexions' },
  at: 'Quand',
  actor: 'Qui',
  action: 'Quoi',
  subject: 'Sur quoi',
  reason: 'Motif',
  request: 'Requête',
  changes: 'Changements',
  noChanges: 'Aucun champ n’a changé.',
  field: 'Champ',
  old: 'Avant',
  new: 'Après',
  chain: 'Place dans la chaîne',
  prev: 'Empreinte de l’événement précédent',
  hash: 'Empreinte',
  none: 'Rien n’en a été fait.',
};
