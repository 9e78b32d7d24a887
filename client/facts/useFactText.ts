import { useLocale, useTranslate } from 'react-admin';
import type { CheckFactKey, FactValues } from '#contract/explanations';
import type { RecallFactKey } from '#contract/recalls';
import type { SignalFactKey } from '#contract/signals';
import { groupDecimal } from '../fields/decimal.ts';
import type { LabelGroup } from '../i18n/catalogue.ts';
import { useLabel, useText, type Label } from '../i18n/useText.ts';

interface Told {
  check: CheckFactKey;
  recall: RecallFactKey;
  signal: SignalFactKey;
}

/** What a value's name says about it; what is none of these is a word of its own, such as a uid. */
const labels: Record<string, LabelGroup> = {
  programme: 'programme', product: 'product', family: 'family', restriction: 'restriction', via: 'recallVia',
};
const amounts = ['fee', 'offset', 'base', 'volume', 'volume_below', 'deposits', 'deposits_below'];

/** A fact in the reader's language, by the key and the values that the server gives beside its English sentence. */
export function useFactText(): <Area extends keyof Told>(area: Area, key: Told[Area], values: FactValues, fact: string) => string {
  const locale = useLocale() ?? 'en';
  const translate = useTranslate();
  const label = useLabel();
  const t = useText();
  return (area, key, values, fact) => {
    const shown = Object.entries(values).map(([name, value]) => {
      if (value === null) return [name, t('facts.unknown')];
      if (name === 'use') return [name, translate(`facts.use.${value}`)];
      return [name, valueText(name, value, locale, label)];
    });
    return translate(`facts.${area}.${key}`, { _: fact, ...Object.fromEntries(shown) });
  };
}

function valueText(name: string, value: string | number, locale: string, label: Label): string {
  const group = labels[name];
  if (group) return label(group, value);
  if (amounts.includes(name)) return groupDecimal(String(value), locale, 8);
  if (typeof value === 'number') return value.toLocaleString(locale);
  if (/(^|_)at$/.test(name)) {
    const moment = { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC', hourCycle: 'h23' } as const;
    return `${new Intl.DateTimeFormat(locale, moment).format(new Date(value))} UTC`;
  }
  if (name.endsWith('_day')) return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(value));
  return value;
}
