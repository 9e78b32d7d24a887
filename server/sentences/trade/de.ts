import type { Phrases } from '../wording.ts';
import type { TradeCases } from './cases.ts';

export const german: Phrases<TradeCases> = {
  earned: ({ at, base, rate_bps, currency, amount, cut }, form) =>
    `Für den Trade der von Ihnen eingeladenen Person am ${form.moment(at)} wurde eine Gebühr von ` +
    `${form.money(base, currency)} gezahlt. Bei Ihrem Satz von ${form.rate(rate_bps)} beträgt Ihre Provision ` +
    `${form.money(amount, currency)}${cut ? ' (Stellen nach der achten Nachkommastelle entfallen)' : ''}.`,
  earned_below_unit: ({ at, base, rate_bps, currency }, form) =>
    `Für den Trade der von Ihnen eingeladenen Person am ${form.moment(at)} wurde eine Gebühr von ` +
    `${form.money(base, currency)} gezahlt. Bei Ihrem Satz von ${form.rate(rate_bps)} liegt die Provision ` +
    `unter ${form.money(1n, currency)}, dem kleinsten buchbaren Betrag, und es wird nichts gutgeschrieben.`,
  earned_at_no_rate: ({ at, base, rate_bps, currency }, form) =>
    `Für den Trade der von Ihnen eingeladenen Person am ${form.moment(at)} wurde eine Gebühr von ` +
    `${form.money(base, currency)} gezahlt. Ihr Satz betrug dabei ${form.rate(rate_bps)}, daher entsteht keine ` +
    'Provision.',
  not_activated: ({ at }, form) =>
    `Als die von Ihnen eingeladene Person diesen Trade am ${form.moment(at)} ausführte, hatten Sie das ` +
    'Programm noch nicht aktiviert. Provision gibt es für Trades ab Ihrer Aktivierung.',
  enrolment_ended: ({ at, first_activated_at }, form) =>
    `Sie haben erstmals am ${form.day(first_activated_at)} ein Programm aktiviert, nahmen aber zum Zeitpunkt ` +
    `dieses Trades, am ${form.moment(at)}, an keinem Programm teil. Provision gibt es für Trades während Ihrer ` +
    'Teilnahme.',
  suspended: ({ at }, form) =>
    `Zum Zeitpunkt dieses Trades, am ${form.moment(at)}, war das Empfehlungskonto nicht provisionsberechtigt.`,
  window_after_opening: ({ at, start_at, last_at }, form) =>
    `Das Konto der von Ihnen eingeladenen Person wurde am ${form.day(start_at)} eröffnet; Provision gibt es ` +
    `für Trades bis einschließlich ${form.day(last_at)}. Dieser Trade wurde am ${form.day(at)} ausgeführt ` +
    '(Daten in UTC).',
  window_after_recall: ({ at, start_at, last_at }, form) =>
    `Die von Ihnen eingeladene Person wurde Ihnen am ${form.day(start_at)} zugeordnet; Provision gibt es für ` +
    `Trades bis einschließlich ${form.day(last_at)}. Dieser Trade wurde am ${form.day(at)} ausgeführt (Daten ` +
    'in UTC).',
  product_not_covered: ({ at, product }, form) =>
    `Dieser Trade wurde am ${form.moment(at)} ausgeführt und gehört zum Produkt „${form.product(product)}“, ` +
    'für das Ihr Programm keine Provision zahlt.',
  recall_not_covered: ({ at, product }, form) =>
    `Dieser Trade wurde am ${form.moment(at)} ausgeführt und gehört zum Produkt „${form.product(product)}“. ` +
    'Dafür zahlt Ihr Programm keine Provision, wenn die eingeladene Person ihr Konto schon vor der Zuordnung ' +
    'zu Ihnen hatte.',
  api_trade: ({ at }, form) =>
    `Dieser Trade wurde am ${form.moment(at)} über die API ausgeführt. Für API-Trades zahlt Ihr Programm keine ` +
    'Provision.',
  vip_excluded: ({ at }, form) =>
    `Zum Zeitpunkt dieses Trades, am ${form.moment(at)}, hatte das Konto der von Ihnen eingeladenen Person ` +
    'eine Kundenstufe, für die Ihr Programm keine Provision zahlt.',
  region_restricted: ({ at, product }, form) =>
    `Dieser Trade (${form.product(product)}) wurde am ${form.moment(at)} ausgeführt. Nach den damals geltenden ` +
    'regionalen Regeln gibt es dafür keine Provision.',
  fee_offset: ({ at, fee, currency }, form) =>
    `Die Gebühr von ${form.money(fee, currency)} für diesen Trade am ${form.moment(at)} wurde vollständig ` +
    'durch einen Bonus oder Gebührengutschein gedeckt. Provision wird nur auf die tatsächlich gezahlte Gebühr ' +
    'berechnet.',
  no_fee: ({ at, currency }, form) =>
    `Die Gebühr für diesen Trade am ${form.moment(at)} betrug ${form.money(0n, currency)}; es gibt also ` +
    'nichts, worauf Provision berechnet werden könnte.',
  no_inviter: ({ at }, form) =>
    `Das Konto, das diesen Trade am ${form.moment(at)} ausgeführt hat, ist keinem Werber zugeordnet; deshalb ` +
    'gibt es dafür keine Provision.',
  before_binding: ({ at, bound_at, same_second }, form) =>
    `Die von Ihnen eingeladene Person wurde Ihnen am ${form.moment(bound_at, same_second)} zugeordnet; dieser ` +
    `Trade wurde davor ausgeführt, am ${form.moment(at, same_second)}. Provision gibt es für Trades ab der ` +
    'Zuordnung.',
  not_yet_run: ({ at }, form) =>
    `Die Provision für diesen Trade am ${form.moment(at)} ist noch nicht berechnet. Die nächste tägliche ` +
    'Berechnung nach dem Ende des Tages (UTC) wird ihn berücksichtigen.',
};
