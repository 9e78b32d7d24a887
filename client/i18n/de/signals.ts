import type { Translated } from '../catalogue.ts';
import type * as english from '../en/signals.ts';

export const signals: Translated<typeof english.signals> = {
  title: '%{kind}: %{uid}',
  monthHint: 'Ist kein Monat genannt, gilt der jetzige.',
  ofAffiliate: 'Auffälligkeiten',
  hint: 'Eine Auffälligkeit entscheidet nichts: Sie nennt Tatsachen, die einen Blick wert sind. Es geht um die im Monat Registrierten.',
  summary: 'Die Auffälligkeit',
  month: 'Monat',
  kind: 'Art',
  affiliate: 'Affiliate',
  invitees: 'Geworbene',
  first: 'Erste',
  last: 'Letzte',
  facts: 'Tatsachen',
  accounts: '%{smart_count} Konto |||| %{smart_count} Konten',
  cut: 'Die ersten %{shown} von %{count}.',
  rows: 'Die Zeilen dahinter',
  toRows: { affiliates: 'Der Affiliate in der Liste', referrals: 'Die Geworbenen in der Liste' },
  request: 'Änderung beantragen',
  others: 'Wartende Anträge zu diesem Affiliate',
  noOthers: 'Kein Antrag wartet.',
};
