import type { Form, Phrases } from '../wording.ts';
import type { Due, MoneyCases } from './cases.ts';

function owed(due: Due, form: Form): string {
  const money = form.money(due.amount, due.currency);
  switch (due.kind) {
    case 'commission':
      return `Le montant de ${money} (votre commission pour la transaction du ${form.moment(due.at)})`;
    case 'correction':
      return `Le montant de ${money} (complément de commission pour la transaction du ${form.moment(due.at)})`;
    case 'bonus':
      return `Le montant de ${money} (votre bonus)`;
    case 'sum':
      return `Le montant de ${money} (votre solde impayé)`;
  }
}

export const french: Phrases<MoneyCases> = {
  nothing_due: ({ at }, form) =>
    `Rien n’est dû pour la transaction du ${form.moment(at)} ; elle ne donne donc lieu à aucun paiement.`,
  next: ({ due, day_at, deadline_at }, form) =>
    `${owed(due, form)} sera versé avec le paiement du ${form.day(day_at)}, attendu au plus tard le ${form.moment(deadline_at)}.`,
  next_undated: ({ due }, form) => `${owed(due, form)} est enregistré et sera versé avec le prochain paiement quotidien.`,
  held: ({ due }, form) =>
    `${owed(due, form)} est enregistré. Son paiement est actuellement en attente ; dès la fin de cette attente, ce qui ` +
    'est dû sera versé avec le paiement quotidien suivant.',
  batched: ({ due, day_at, deadline_at }, form) =>
    `${owed(due, form)} figure dans le paiement du ${form.day(day_at)}, attendu au plus tard le ${form.moment(deadline_at)}.`,
  late: ({ due, day_at, deadline_at }, form) =>
    `${owed(due, form)} figure dans le paiement du ${form.day(day_at)}, attendu au plus tard le ` +
    `${form.moment(deadline_at)} ; le versement n’est pas encore confirmé.`,
  paid: ({ due, day_at, paid_at }, form) =>
    `${owed(due, form)} a été versé sur votre portefeuille spot le ${form.moment(paid_at)}, avec le paiement du ${form.day(day_at)}.`,
  carried_over: ({ due, sum }, form) =>
    `${owed(due, form)} est enregistré. Après annulation de commissions antérieures, votre solde ouvert est de ` +
    `${form.money(sum, due.currency)} ; il est reporté et sera versé dès qu’il sera supérieur à zéro.`,
  tried_before: ({ day_at, failed_at }, form) =>
    `Une tentative antérieure, avec le paiement du ${form.day(day_at)}, a échoué le ${form.moment(failed_at)}.`,
  reversed: ({ at }, form) => `Il a été annulé le ${form.day(at)} ; le même montant est déduit d’un paiement ultérieur.`,
  cancelled_out: ({ due, at }, form) => `${owed(due, form)} a été annulé le ${form.day(at)} ; rien n’en est donc versé.`,
  deducted_next: ({ due }, form) => `${owed(due, form)} a été annulé. Il est déduit de votre prochain paiement.`,
  deducted: ({ due, day_at }, form) => `${owed(due, form)} a été annulé. Il est déduit dans le paiement du ${form.day(day_at)}.`,
  balance_carried: ({ sum, currency }, form) =>
    `Après annulation de commissions antérieures, votre solde ouvert est de ${form.money(sum, currency)} ; il est ` +
    'reporté et déduit de vos prochains gains.',
  line_batched: ({ amount, currency, day_at, deadline_at }, form) =>
    `Le montant de ${form.money(amount, currency)} figure dans le paiement du ${form.day(day_at)}, attendu au plus ` +
    `tard le ${form.moment(deadline_at)}.`,
  line_late: ({ amount, currency, day_at, deadline_at }, form) =>
    `Le montant de ${form.money(amount, currency)} figure dans le paiement du ${form.day(day_at)}, attendu au plus ` +
    `tard le ${form.moment(deadline_at)} ; le versement n’est pas encore confirmé.`,
  line_held: ({ amount, currency, day_at }, form) =>
    `Le montant de ${form.money(amount, currency)} était prévu pour le paiement du ${form.day(day_at)}. Il est ` +
    'actuellement en attente ; dès la fin de cette attente, ce qui est dû sera versé avec le paiement quotidien suivant.',
  line_paid: ({ amount, currency, day_at, paid_at }, form) =>
    `Le montant de ${form.money(amount, currency)} a été versé sur votre portefeuille spot le ${form.moment(paid_at)}, ` +
    `avec le paiement du ${form.day(day_at)}.`,
  line_failed: ({ amount, currency, day_at, failed_at }, form) =>
    `Le versement de ${form.money(amount, currency)} avec le paiement du ${form.day(day_at)} a échoué le ` +
    `${form.moment(failed_at)}. Ce qui est dû fera l’objet d’une nouvelle tentative avec le prochain paiement quotidien.`,
  line_failed_held: ({ amount, currency, day_at, failed_at }, form) =>
    `Le versement de ${form.money(amount, currency)} avec le paiement du ${form.day(day_at)} a échoué le ` +
    `${form.moment(failed_at)}. Le paiement est actuellement en attente ; dès la fin de cette attente, ce qui est dû ` +
    'fera l’objet d’une nouvelle tentative avec le paiement quotidien suivant.',
  line_not_sent: ({ amount, currency, day_at }, form) =>
    `Le montant de ${form.money(amount, currency)} n’a pas été envoyé avec le paiement du ${form.day(day_at)}. Ce qui ` +
    'en est dû sera versé avec un paiement ultérieur.',
};
