import type { Translated } from '../catalogue.ts';
import type * as english from '../en/decisions.ts';

/** What all requests that two people stand behind have in common. */
export const decisions: Translated<typeof english.decisions> = {
  mine: 'En attente, à moi de décider',
  comment: 'Commentaire',
  commentHint: 'Pourquoi ? Au moins %{min} caractères ; pour l’instant %{length}.',
  commentChoice: 'Peut rester vide ; sinon au moins %{min} caractères ; pour l’instant %{length}.',
  room: '%{length} caractères sur %{max} au plus.',
  tooLong: 'Du texte collé, %{smart_count} caractère n’a pas trouvé place et a été omis. |||| Du texte collé, %{smart_count} caractères n’ont pas trouvé place et ont été omis.',
  back: 'Retour',
  close: 'Fermer',
  verb: { approve: 'Approuver', reject: 'Rejeter', cancel: 'Annuler la demande' },
  done: { approve: 'Approuvé', reject: 'Rejeté', cancel: 'Annulé' },
  results: 'Résultat de chaque demande',
  resultsSum: 'Décidées : %{done}. Non décidées : %{failed}.',
  notDecided: 'Une demande n’a pas pu être décidée : |||| %{smart_count} demandes n’ont pas pu être décidées :',
  numbered: 'Demande %{id}',
  request: 'Demande',
  outcome: 'Résultat',
  previous: 'Précédente',
  next: 'Suivante',
  position: '%{position} sur %{length} en attente',
  changed: '%{what} : c’était %{from}, c’est maintenant %{now}.',
  enrolmentOver: 'L’adhésion visée n’est plus ouverte.',
  leave: 'Ce qui est saisi n’est pas envoyé. Quitter quand même ?',
  waiting: 'Attend depuis',
  own: 'Demande propre. Une autre personne doit décider ; l’annuler reste possible.',
  decidedByRoles: 'La décision revient à : %{roles}.',
  ownDecision: 'Demande propre. Une autre personne doit décider.',
};
