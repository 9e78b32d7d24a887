import type { Phrases } from '../wording.ts';
import type { TradeCases } from './cases.ts';

export const french: Phrases<TradeCases> = {
  earned: ({ at, base, rate_bps, currency, amount, cut }, form) =>
    `Des frais de ${form.money(base, currency)} ont été payés pour la transaction de votre filleul du ` +
    `${form.moment(at)}. À votre taux de ${form.rate(rate_bps)}, votre commission est de ` +
    `${form.money(amount, currency)}${cut ? ' (les décimales après la huitième sont supprimées)' : ''}.`,
  earned_below_unit: ({ at, base, rate_bps, currency }, form) =>
    `Des frais de ${form.money(base, currency)} ont été payés pour la transaction de votre filleul du ` +
    `${form.moment(at)}. À votre taux de ${form.rate(rate_bps)}, la commission est inférieure à ` +
    `${form.money(1n, currency)}, le plus petit montant possible, et rien n’est donc crédité.`,
  earned_at_no_rate: ({ at, base, rate_bps, currency }, form) =>
    `Des frais de ${form.money(base, currency)} ont été payés pour la transaction de votre filleul du ` +
    `${form.moment(at)}. Votre taux était alors de ${form.rate(rate_bps)}, il n’y a donc pas de commission.`,
  not_activated: ({ at }, form) =>
    `Lorsque votre filleul a effectué cette transaction, le ${form.moment(at)}, vous n’aviez pas encore ` +
    'rejoint le programme. La commission est versée pour les transactions effectuées à partir de votre ' +
    'activation.',
  enrolment_ended: ({ at, first_activated_at }, form) =>
    `Vous avez rejoint un programme pour la première fois le ${form.day(first_activated_at)}, mais vous ne ` +
    `participiez à aucun programme au moment de cette transaction, le ${form.moment(at)}. La commission est ` +
    'versée pour les transactions effectuées pendant votre participation.',
  suspended: ({ at }, form) =>
    `Au moment de cette transaction, le ${form.moment(at)}, le compte de parrainage ne donnait pas droit à une ` +
    'commission.',
  window_after_opening: ({ at, start_at, last_at }, form) =>
    `Le compte de votre filleul a été ouvert le ${form.day(start_at)} et la commission est versée pour ses ` +
    `transactions jusqu’au ${form.day(last_at)} inclus. Cette transaction a été effectuée le ${form.day(at)} ` +
    '(dates UTC).',
  window_after_recall: ({ at, start_at, last_at }, form) =>
    `Votre filleul vous est rattaché depuis le ${form.day(start_at)} et la commission est versée pour ses ` +
    `transactions jusqu’au ${form.day(last_at)} inclus. Cette transaction a été effectuée le ${form.day(at)} ` +
    '(dates UTC).',
  product_not_covered: ({ at, product }, form) =>
    `Cette transaction, effectuée le ${form.moment(at)}, relève du produit « ${form.product(product)} », pour ` +
    'lequel votre programme ne verse pas de commission.',
  recall_not_covered: ({ at, product }, form) =>
    `Cette transaction, effectuée le ${form.moment(at)}, relève du produit « ${form.product(product)} ». Votre ` +
    'programme ne verse pas de commission pour ce produit lorsque le filleul avait déjà un compte avant de ' +
    'vous être rattaché.',
  api_trade: ({ at }, form) =>
    `Cette transaction, effectuée le ${form.moment(at)}, a été passée par l’API. Votre programme ne verse pas ` +
    'de commission pour les transactions par API.',
  vip_excluded: ({ at }, form) =>
    `Au moment de cette transaction, le ${form.moment(at)}, le compte de votre filleul avait un niveau de ` +
    'client pour lequel votre programme ne verse pas de commission.',
  region_restricted: ({ at, product }, form) =>
    `Cette transaction (${form.product(product)}) a été effectuée le ${form.moment(at)}. Selon les règles ` +
    'régionales alors en vigueur, elle ne donne pas droit à une commission.',
  fee_offset: ({ at, fee, currency }, form) =>
    `Les frais de ${form.money(fee, currency)} de cette transaction du ${form.moment(at)} ont été entièrement ` +
    'couverts par un bonus ou un bon de réduction. La commission se calcule uniquement sur les frais ' +
    'réellement payés.',
  no_fee: ({ at, currency }, form) =>
    `Les frais de cette transaction du ${form.moment(at)} étaient de ${form.money(0n, currency)}, il n’y a ` +
    'donc rien sur quoi calculer une commission.',
  no_inviter: ({ at }, form) =>
    `Le compte qui a effectué cette transaction le ${form.moment(at)} n’est rattaché à aucun parrain et ne ` +
    'donne donc lieu à aucune commission.',
  before_binding: ({ at, bound_at, same_second }, form) =>
    `Votre filleul vous a été rattaché le ${form.moment(bound_at, same_second)}, et cette transaction a été ` +
    `effectuée avant, le ${form.moment(at, same_second)}. La commission est versée pour les transactions ` +
    'effectuées à partir du rattachement.',
  not_yet_run: ({ at }, form) =>
    `La commission de cette transaction du ${form.moment(at)} n’est pas encore calculée. Le prochain calcul ` +
    'quotidien, après la fin de la journée (UTC), la prendra en compte.',
};
