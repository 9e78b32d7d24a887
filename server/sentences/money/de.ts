import type { Form, Phrases } from '../wording.ts';
import type { Due, MoneyCases } from './cases.ts';

function owed(due: Due, form: Form): string {
  const money = form.money(due.amount, due.currency);
  switch (due.kind) {
    case 'commission':
      return `Ihre Provision von ${money} für den Trade am ${form.moment(due.at)}`;
    case 'correction':
      return `Die nachträgliche Provision von ${money} für den Trade am ${form.moment(due.at)}`;
    case 'bonus':
      return `Ihr Bonus von ${money}`;
    case 'sum':
      return `Ihr offenes Guthaben von ${money}`;
  }
}

export const german: Phrases<MoneyCases> = {
  nothing_due: ({ at }, form) => `Für den Trade am ${form.moment(at)} steht nichts aus; daraus folgt keine Auszahlung.`,
  next: ({ due, day_at, deadline_at }, form) =>
    `${owed(due, form)} wird mit der Auszahlung für den ${form.day(day_at)} gezahlt, die bis zum ` +
    `${form.moment(deadline_at)} fällig ist.`,
  next_undated: ({ due }, form) => `${owed(due, form)} ist verbucht und wird mit der nächsten täglichen Auszahlung gezahlt.`,
  held: ({ due }, form) =>
    `${owed(due, form)} ist verbucht. Die Auszahlung ist derzeit angehalten; sobald sie wieder läuft, wird der fällige ` +
    'Betrag mit der nächsten täglichen Auszahlung gezahlt.',
  batched: ({ due, day_at, deadline_at }, form) =>
    `${owed(due, form)} ist in der Auszahlung für den ${form.day(day_at)} enthalten, die bis zum ` +
    `${form.moment(deadline_at)} fällig ist.`,
  late: ({ due, day_at, deadline_at }, form) =>
    `${owed(due, form)} ist in der Auszahlung für den ${form.day(day_at)} enthalten, die bis zum ` +
    `${form.moment(deadline_at)} fällig war; die Zahlung ist noch nicht bestätigt.`,
  paid: ({ due, day_at, paid_at }, form) =>
    `${owed(due, form)} wurde am ${form.moment(paid_at)} mit der Auszahlung für den ${form.day(day_at)} auf Ihr ` +
    'Spot-Wallet gezahlt.',
  carried_over: ({ due, sum }, form) =>
    `${owed(due, form)} ist verbucht. Nach der Stornierung früherer Provisionen beträgt Ihr offener Saldo ` +
    `${form.money(sum, due.currency)}; er wird vorgetragen und gezahlt, sobald er positiv ist.`,
  tried_before: ({ day_at, failed_at }, form) =>
    `Ein früherer Versuch mit der Auszahlung für den ${form.day(day_at)} ist am ${form.moment(failed_at)} fehlgeschlagen.`,
  reversed: ({ at }, form) =>
    `Der Betrag wurde am ${form.day(at)} storniert und wird mit einer späteren Auszahlung verrechnet.`,
  cancelled_out: ({ due, at }, form) => `${owed(due, form)} wurde am ${form.day(at)} storniert; davon wird nichts gezahlt.`,
  deducted_next: ({ due }, form) =>
    `${owed(due, form)} wurde storniert. Der Betrag wird mit Ihrer nächsten Auszahlung verrechnet.`,
  deducted: ({ due, day_at }, form) =>
    `${owed(due, form)} wurde storniert. Der Betrag wird in der Auszahlung für den ${form.day(day_at)} verrechnet.`,
  balance_carried: ({ sum, currency }, form) =>
    `Nach der Stornierung früherer Provisionen beträgt Ihr offener Saldo ${form.money(sum, currency)}; er wird ` +
    'vorgetragen und mit dem verrechnet, was Sie als Nächstes verdienen.',
  line_batched: ({ amount, currency, day_at, deadline_at }, form) =>
    `Der Betrag von ${form.money(amount, currency)} ist in der Auszahlung für den ${form.day(day_at)} enthalten, die ` +
    `bis zum ${form.moment(deadline_at)} fällig ist.`,
  line_late: ({ amount, currency, day_at, deadline_at }, form) =>
    `Der Betrag von ${form.money(amount, currency)} ist in der Auszahlung für den ${form.day(day_at)} enthalten, die ` +
    `bis zum ${form.moment(deadline_at)} fällig war; die Zahlung ist noch nicht bestätigt.`,
  line_held: ({ amount, currency, day_at }, form) =>
    `Der Betrag von ${form.money(amount, currency)} war für die Auszahlung für den ${form.day(day_at)} vorgesehen. Er ` +
    'ist derzeit angehalten; sobald die Auszahlung wieder läuft, wird der fällige Betrag mit der nächsten täglichen ' +
    'Auszahlung gezahlt.',
  line_paid: ({ amount, currency, day_at, paid_at }, form) =>
    `Der Betrag von ${form.money(amount, currency)} wurde am ${form.moment(paid_at)} mit der Auszahlung für den ` +
    `${form.day(day_at)} auf Ihr Spot-Wallet gezahlt.`,
  line_failed: ({ amount, currency, day_at, failed_at }, form) =>
    `Die Zahlung von ${form.money(amount, currency)} mit der Auszahlung für den ${form.day(day_at)} ist am ` +
    `${form.moment(failed_at)} fehlgeschlagen. Der fällige Betrag wird mit der nächsten täglichen Auszahlung erneut gezahlt.`,
  line_failed_held: ({ amount, currency, day_at, failed_at }, form) =>
    `Die Zahlung von ${form.money(amount, currency)} mit der Auszahlung für den ${form.day(day_at)} ist am ` +
    `${form.moment(failed_at)} fehlgeschlagen. Auszahlungen sind derzeit angehalten; sobald sie wieder laufen, wird der ` +
    'fällige Betrag mit der nächsten täglichen Auszahlung erneut gezahlt.',
  line_not_sent: ({ amount, currency, day_at }, form) =>
    `Der Betrag von ${form.money(amount, currency)} wurde mit der Auszahlung für den ${form.day(day_at)} nicht ` +
    'gesendet. Was davon fällig ist, kommt mit einer späteren Auszahlung.',
};
