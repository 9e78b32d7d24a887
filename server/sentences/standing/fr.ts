import type { Phrases } from '../wording.ts';
import type { StandingCases } from './cases.ts';

const paid = 'Ce que vous avez gagné jusque-là est versé normalement.';

export const french: Phrases<StandingCases> = {
  moved_to_collaborator: ({ at, programme }, form) =>
    `Le ${form.moment(at)}, votre compte est devenu un ${form.accountType('collaborator')}, qui a son propre programme ; ` +
    `votre participation au programme « ${programme} » a pris fin à cet instant. ${paid}`,
  account_type_changed: ({ at, programme, type }, form) =>
    `Le ${form.moment(at)}, le type de votre compte a changé${type ? ` (désormais : ${form.accountType(type)})` : ''}. Le ` +
    `programme « ${programme} » n’est pas ouvert à ce type ; votre participation a donc pris fin à cet instant. ${paid}`,
  left: ({ at, programme }, form) =>
    `Votre participation au programme « ${programme} » a pris fin le ${form.moment(at)}, selon votre souhait. ${paid}`,
  leaving: ({ at }, form) => `Votre participation prend fin le ${form.moment(at)}, selon votre souhait. ${paid}`,
  terminated: ({ at, programme }, form) => `Votre participation au programme « ${programme} » a pris fin le ${form.moment(at)}.`,
  programme_ended: ({ at, programme }, form) =>
    `Le programme « ${programme} » a pris fin le ${form.moment(at)}, et avec lui votre participation. ${paid}`,
  type_only: ({ at, type }, form) => `Le ${form.moment(at)}, le type de votre compte a changé ; il est désormais : ${form.accountType(type)}.`,
  no_new_bindings: ({ at }, form) =>
    `Depuis le ${form.moment(at)}, aucun nouvel utilisateur ne peut vous être rattaché et aucune nouvelle campagne ne peut ` +
    'être rejointe. Les utilisateurs déjà rattachés le restent et continuent de rapporter comme avant.',
  payout_on_hold: ({ at }, form) =>
    `Depuis le ${form.moment(at)}, vos paiements sont en attente. Les commissions continuent d’être enregistrées ; dès la ` +
    'fin de cette attente, ce qui est dû sera versé avec le paiement quotidien suivant.',
  no_accrual: ({ at }, form) =>
    `Depuis le ${form.moment(at)}, votre compte de parrainage n’ouvre pas droit à commission et vos paiements sont en attente.`,
  lifted: ({ at }, form) =>
    `Le ${form.moment(at)}, toutes les limites de votre compte de parrainage ont pris fin ; ce qui était en attente et reste ` +
    'dû sera versé avec le prochain paiement quotidien.',
  no_new_bindings_over: ({ at, until }, form) =>
    `Du ${form.moment(at)} au ${form.moment(until)}, aucun nouvel utilisateur ne pouvait vous être rattaché et aucune ` +
    'nouvelle campagne ne pouvait être rejointe.',
  no_accrual_over: ({ at, until }, form) =>
    `Du ${form.moment(at)} au ${form.moment(until)}, votre compte de parrainage n’ouvrait pas droit à commission et vos ` +
    'paiements étaient en attente.',
  hold_over: ({ at, until }, form) =>
    `Vos paiements ont été en attente du ${form.moment(at)} au ${form.moment(until)}. Ce qui est dû sera versé avec le ` +
    'prochain paiement quotidien.',
  as_asked: ({ at }, form) => `Cela fait suite à votre demande du ${form.day(at)}.`,
};
