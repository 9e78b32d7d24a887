import type { Translated } from '../catalogue.ts';
import type * as english from '../en/worklist.ts';

export const worklist: Translated<typeof english.worklist> = {
  waiting: 'en attente : %{count}',
  waitingCapped: 'en attente : plus de %{count}',
  decidedMeanwhile: '%{who} a décidé entre-temps : %{state}.',
  theConsole: 'La console',
  undo: 'Annuler',
  undone: 'Annulé.',
  views: 'Vues enregistrées',
  saveView: 'Enregistrer cette vue',
  viewName: 'Nom de la vue',
  viewKeeps: 'Conserve les filtres, l’ordre, les colonnes et la hauteur des lignes.',
  writtenOver: 'La vue personnelle de ce nom sera remplacée.',
  share: 'Partager avec tous ceux qui peuvent lire cette liste',
  save: 'Enregistrer',
  sharedView: '%{name} (partagée)',
  viewOf: '%{name} (%{who})',
  viewDeleted: 'La vue « %{name} » est supprimée.',
  noSuchView: 'Cette vue n’existe plus ou n’est pas partagée.',
  copyLink: 'Copier le lien vers « %{name} »',
  roomy: 'Lignes hautes',
};
