import type { Translated } from '../catalogue.ts';
import type * as english from '../en/staff.ts';

/** Changes among the staff: asked for by an administrator, agreed by compliance. */
export const staff: Translated<typeof english.staff> = {
  preset: { all: 'Tous', pending: 'En attente' },
  pending: 'Attend la conformité',
  allRequests: 'Toutes les demandes',
  add: 'Ajouter un membre',
  send: 'Envoyer la demande',
  asked: 'La demande est envoyée. La conformité décide.',
  disabled: 'Désactivé : plus personne n’y est connecté.',
  email: 'Adresse e-mail',
  name: 'Nom',
  role: 'Rôle',
  newRole: 'Nouveau rôle',
  fromTo: 'de %{from} à %{to}',
  wish: { role: 'Changer le rôle', disable: 'Désactiver', enable: 'Réactiver' },
  wishOf: { role: 'Changer le rôle de %{name}', disable: 'Désactiver %{name} ?', enable: 'Réactiver %{name}' },
  atOnce: 'Ceci vaut aussitôt et termine chaque session. La réactivation exige l’accord de la conformité.',
  onceAgreed: 'Ceci vaut dès l’accord de la conformité.',
  ask: { approve: 'Accepter ce changement ?', reject: 'Rejeter ce changement ?', cancel: 'Reprendre la demande ?' },
  endsSessions: 'Le membre est déconnecté et se reconnecte avec le nouveau rôle.',
  what: 'Quoi',
  whom: 'Qui',
  why: 'Pourquoi',
  askedBy: 'Demandé par',
  askedAt: 'Demandé le',
  decision: 'Décision',
  invitation: 'Invitation de %{email}',
  once: 'Ce jeton n’est affiché que maintenant. Le remettre au nouveau membre, qui s’en sert pour choisir un mot de passe.',
  copyToken: 'Copier le jeton',
  until: 'Utilisable jusqu’au',
};
