import type { Form, Phrases } from '../wording.ts';
import type { Due, MoneyCases } from './cases.ts';

function owed(due: Due, form: Form): string {
  const money = form.money(due.amount, due.currency);
  switch (due.kind) {
    case 'commission':
      return `Your commission of ${money} for the trade of ${form.moment(due.at)}`;
    case 'correction':
      return `The additional commission of ${money} for the trade of ${form.moment(due.at)}`;
    case 'bonus':
      return `Your bonus of ${money}`;
    case 'sum':
      return `Your unpaid balance of ${money}`;
  }
}

export const english: Phrases<MoneyCases> = {
  nothing_due: ({ at }, form) => `Nothing is due for the trade of ${form.moment(at)}, so no payout follows from it.`,
  next: ({ due, day_at, deadline_at }, form) =>
    `${owed(due, form)} is to be paid with the payout for ${form.day(day_at)}, which is due by ${form.moment(deadline_at)}.`,
  next_undated: ({ due }, form) => `${owed(due, form)} is recorded and is to be paid with the next daily payout.`,
  held: ({ due }, form) =>
    `${owed(due, form)} is recorded. Its payout is on hold at present; once the hold ends, what is due is paid with ` +
    'the next daily payout.',
  batched: ({ due, day_at, deadline_at }, form) =>
    `${owed(due, form)} is in the payout for ${form.day(day_at)}, which is due by ${form.moment(deadline_at)}.`,
  late: ({ due, day_at, deadline_at }, form) =>
    `${owed(due, form)} is in the payout for ${form.day(day_at)}, which was due by ${form.moment(deadline_at)}; the ` +
    'payment has not been confirmed yet.',
  paid: ({ due, day_at, paid_at }, form) =>
    `${owed(due, form)} was paid to your spot wallet on ${form.moment(paid_at)}, with the payout for ${form.day(day_at)}.`,
  carried_over: ({ due, sum }, form) =>
    `${owed(due, form)} is recorded. After reversals of earlier commission your open balance is ` +
    `${form.money(sum, due.currency)}; it is carried over and paid once it is above zero.`,
  tried_before: ({ day_at, failed_at }, form) =>
    `An earlier attempt, with the payout for ${form.day(day_at)}, failed on ${form.moment(failed_at)}.`,
  reversed: ({ at }, form) => `It was reversed on ${form.day(at)}; the same amount is set off against a later payout.`,
  cancelled_out: ({ due, at }, form) => `${owed(due, form)} was reversed on ${form.day(at)}, so nothing of it is paid.`,
  deducted_next: ({ due }, form) => `${owed(due, form)} was reversed. The amount is set off against your next payout.`,
  deducted: ({ due, day_at }, form) =>
    `${owed(due, form)} was reversed. The amount is set off in the payout for ${form.day(day_at)}.`,
  balance_carried: ({ sum, currency }, form) =>
    `After reversals of earlier commission your open balance is ${form.money(sum, currency)}; it is carried over and ` +
    'set off against what you earn next.',
  line_batched: ({ amount, currency, day_at, deadline_at }, form) =>
    `${form.money(amount, currency)} is in the payout for ${form.day(day_at)}, which is due by ${form.moment(deadline_at)}.`,
  line_late: ({ amount, currency, day_at, deadline_at }, form) =>
    `${form.money(amount, currency)} is in the payout for ${form.day(day_at)}, which was due by ` +
    `${form.moment(deadline_at)}; the payment has not been confirmed yet.`,
  line_held: ({ amount, currency, day_at }, form) =>
    `${form.money(amount, currency)} was meant for the payout for ${form.day(day_at)}. It is on hold at present; once ` +
    'the hold ends, what is due is paid with the next daily payout.',
  line_paid: ({ amount, currency, day_at, paid_at }, form) =>
    `${form.money(amount, currency)} was paid to your spot wallet on ${form.moment(paid_at)}, with the payout for ` +
    `${form.day(day_at)}.`,
  line_failed: ({ amount, currency, day_at, failed_at }, form) =>
    `The payment of ${form.money(amount, currency)} with the payout for ${form.day(day_at)} failed on ` +
    `${form.moment(failed_at)}. What is due is tried again with the next daily payout.`,
  line_failed_held: ({ amount, currency, day_at, failed_at }, form) =>
    `The payment of ${form.money(amount, currency)} with the payout for ${form.day(day_at)} failed on ` +
    `${form.moment(failed_at)}. Payment is on hold at present; once the hold ends, what is due is tried again with the ` +
    'next daily payout.',
  line_not_sent: ({ amount, currency, day_at }, form) =>
    `${form.money(amount, currency)} was not sent with the payout for ${form.day(day_at)}. What is due of it comes ` +
    'with a later payout.',
};
