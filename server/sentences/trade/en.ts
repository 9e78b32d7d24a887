import type { Phrases } from '../wording.ts';
import type { TradeCases } from './cases.ts';

export const english: Phrases<TradeCases> = {
  earned: ({ at, base, rate_bps, currency, amount, cut }, form) =>
    `For your invitee’s trade of ${form.moment(at)} a fee of ${form.money(base, currency)} was paid. At your ` +
    `rate of ${form.rate(rate_bps)}, your commission is ` +
    `${form.money(amount, currency)}${cut ? ' (digits after the eighth decimal are dropped)' : ''}.`,
  earned_below_unit: ({ at, base, rate_bps, currency }, form) =>
    `For your invitee’s trade of ${form.moment(at)} a fee of ${form.money(base, currency)} was paid. At your ` +
    `rate of ${form.rate(rate_bps)}, the commission is below ${form.money(1n, currency)}, the smallest amount ` +
    'that can be credited, so nothing is credited.',
  earned_at_no_rate: ({ at, base, rate_bps, currency }, form) =>
    `For your invitee’s trade of ${form.moment(at)} a fee of ${form.money(base, currency)} was paid. Your rate ` +
    `for it was ${form.rate(rate_bps)}, so there is no commission.`,
  not_activated: ({ at }, form) =>
    `When your invitee made this trade on ${form.moment(at)}, you had not yet joined the programme. Commission ` +
    'is paid for trades made from your activation on.',
  enrolment_ended: ({ at, first_activated_at }, form) =>
    `You first joined on ${form.day(first_activated_at)}, but you were not taking part in a programme when ` +
    `this trade was made, on ${form.moment(at)}. Commission is paid for trades made while you take part.`,
  suspended: ({ at }, form) =>
    `When this trade was made, on ${form.moment(at)}, the referral account was not eligible for commission.`,
  window_after_opening: ({ at, start_at, last_at }, form) =>
    `Your invitee’s account was opened on ${form.day(start_at)}; commission is paid for trades up to and ` +
    `including ${form.day(last_at)}. This trade was made on ${form.day(at)} (dates in UTC).`,
  window_after_recall: ({ at, start_at, last_at }, form) =>
    `Your invitee was linked to you on ${form.day(start_at)}; commission is paid for trades up to and ` +
    `including ${form.day(last_at)}. This trade was made on ${form.day(at)} (dates in UTC).`,
  product_not_covered: ({ at, product }, form) =>
    `This trade, made on ${form.moment(at)}, belongs to ${form.product(product)}, for which your programme ` +
    'pays no commission.',
  recall_not_covered: ({ at, product }, form) =>
    `This trade, made on ${form.moment(at)}, belongs to ${form.product(product)}. Your programme pays no ` +
    'commission for it where the invitee was linked to you with an account that existed before.',
  api_trade: ({ at }, form) =>
    `This trade, made on ${form.moment(at)}, was placed through the API. Your programme pays no commission for ` +
    'API trades.',
  vip_excluded: ({ at }, form) =>
    `When this trade was made, on ${form.moment(at)}, your invitee’s account was at a customer level for which ` +
    'your programme pays no commission.',
  region_restricted: ({ at, product }, form) =>
    `This trade (${form.product(product)}) was made on ${form.moment(at)}. Under the regional rules in force ` +
    'then, no commission is paid for it.',
  fee_offset: ({ at, fee, currency }, form) =>
    `The fee of ${form.money(fee, currency)} for this trade of ${form.moment(at)} was covered in full by a ` +
    'bonus or fee voucher. Commission is calculated only on the fee that is really paid.',
  no_fee: ({ at, currency }, form) =>
    `The fee for this trade of ${form.moment(at)} was ${form.money(0n, currency)}, so there is nothing to ` +
    'calculate commission on.',
  no_inviter: ({ at }, form) =>
    `The account that made this trade on ${form.moment(at)} is not linked to an inviter, so no commission is ` +
    'paid for it.',
  before_binding: ({ at, bound_at, same_second }, form) =>
    `Your invitee was linked to you on ${form.moment(bound_at, same_second)}; this trade was made before that, ` +
    `on ${form.moment(at, same_second)}. Commission is paid for trades made from the link on.`,
  not_yet_run: ({ at }, form) =>
    `The commission for this trade of ${form.moment(at)} has not been calculated yet. The next daily ` +
    'calculation, after the end of the day (UTC), will include it.',
};
