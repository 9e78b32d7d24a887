import type { Translated } from '../catalogue.ts';
import type * as english from '../en/signals.ts';

export const signals: Translated<typeof english.signals> = {
  title: '%{kind} : %{uid}',
  monthHint: 'Si aucun mois n’est nommé, c’est le mois en cours.',
  ofAffiliate: 'Signaux',
  hint: 'Un signal ne décide rien : il nomme des faits qui méritent un regard. Il porte sur les inscrits du mois.',
  summary: 'Le signal',
  month: 'Mois',
  kind: 'Genre',
  affiliate: 'Affilié',
  invitees: 'Filleuls',
  first: 'Premier',
  last: 'Dernier',
  facts: 'Faits',
  accounts: '%{smart_count} compte |||| %{smart_count} comptes',
  cut: 'Les %{shown} premiers sur %{count}.',
  rows: 'Les lignes derrière',
  toRows: { affiliates: 'L’affilié dans la liste', referrals: 'Les filleuls dans la liste' },
  request: 'Demander un changement',
  others: 'Demandes en attente sur cet affilié',
  noOthers: 'Aucune demande n’attend.',
};
