import type { Phrases } from '../wording.ts';
import type { StandingCases } from './cases.ts';

const paid = 'Was Sie bis dahin verdient haben, wird wie üblich ausgezahlt.';

export const german: Phrases<StandingCases> = {
  moved_to_collaborator: ({ at, programme }, form) =>
    `Am ${form.moment(at)} wurde Ihr Konto ein ${form.accountType('collaborator')}, für das es ein eigenes Programm gibt; ` +
    `Ihre Teilnahme am Programm „${programme}“ endete in diesem Augenblick. ${paid}`,
  account_type_changed: ({ at, programme, type }, form) =>
    `Am ${form.moment(at)} hat sich die Art Ihres Kontos geändert${type ? ` (jetzt: ${form.accountType(type)})` : ''}. Das ` +
    `Programm „${programme}“ steht dieser Kontoart nicht offen; Ihre Teilnahme endete daher in diesem Augenblick. ${paid}`,
  left: ({ at, programme }, form) =>
    `Ihre Teilnahme am Programm „${programme}“ endete am ${form.moment(at)}, wie von Ihnen gewünscht. ${paid}`,
  leaving: ({ at }, form) => `Ihre Teilnahme endet am ${form.moment(at)}, wie von Ihnen gewünscht. ${paid}`,
  terminated: ({ at, programme }, form) => `Ihre Teilnahme am Programm „${programme}“ endete am ${form.moment(at)}.`,
  programme_ended: ({ at, programme }, form) =>
    `Das Programm „${programme}“ endete am ${form.moment(at)} und damit auch Ihre Teilnahme. ${paid}`,
  type_only: ({ at, type }, form) => `Am ${form.moment(at)} hat sich die Art Ihres Kontos geändert; sie ist jetzt: ${form.accountType(type)}.`,
  no_new_bindings: ({ at }, form) =>
    `Seit dem ${form.moment(at)} können Ihnen keine neuen Personen zugeordnet werden und keine neuen Kampagnen beginnen. ` +
    'Bereits zugeordnete Personen bleiben es und bringen Provision wie bisher.',
  payout_on_hold: ({ at }, form) =>
    `Seit dem ${form.moment(at)} sind Ihre Auszahlungen angehalten. Provision wird weiter verbucht; sobald die ` +
    'Auszahlung wieder läuft, wird der fällige Betrag mit der nächsten täglichen Auszahlung gezahlt.',
  no_accrual: ({ at }, form) =>
    `Seit dem ${form.moment(at)} ist Ihr Empfehlungskonto nicht provisionsberechtigt, und Ihre Auszahlungen sind angehalten.`,
  lifted: ({ at }, form) =>
    `Am ${form.moment(at)} sind alle Einschränkungen Ihres Empfehlungskontos entfallen; was angehalten war und fällig ist, ` +
    'wird mit der nächsten täglichen Auszahlung gezahlt.',
  no_new_bindings_over: ({ at, until }, form) =>
    `Vom ${form.moment(at)} bis zum ${form.moment(until)} konnten Ihnen keine neuen Personen zugeordnet werden und keine ` +
    'neuen Kampagnen beginnen.',
  no_accrual_over: ({ at, until }, form) =>
    `Vom ${form.moment(at)} bis zum ${form.moment(until)} war Ihr Empfehlungskonto nicht provisionsberechtigt, und Ihre ` +
    'Auszahlungen waren angehalten.',
  hold_over: ({ at, until }, form) =>
    `Ihre Auszahlungen waren vom ${form.moment(at)} bis zum ${form.moment(until)} angehalten. Der fällige Betrag wird mit ` +
    'der nächsten täglichen Auszahlung gezahlt.',
  as_asked: ({ at }, form) => `Dies folgt Ihrem Wunsch vom ${form.day(at)}.`,
};
