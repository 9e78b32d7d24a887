import { useTranslate } from 'react-admin';
import type { CheckFactKey, FactValues } from '#contract/explanations';
import type { RecallFactKey } from '#contract/recalls';
import type { SignalFactKey } from '#contract/signals';
import { useWritten, type Written } from '../fields/useWritten.ts';
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
  const written = useWritten();
  const translate = useTranslate();
  const label = useLabel();
  const t = useText();
  return (area, key, values, fact) => {
    const shown = Object.entries(values).map(([name, value]) => {
      if (value === null) return [name, t('facts.unknown')];
      if (name === 'use') return [name, translate(`facts.use.${value}`)];
      return [name, valueText(name, value, written, label)];
    });
    return translate(`facts.${area}.${key}`, { _: fact, ...Object.fromEntries(shown) });
  };
}

/** Numbers, days and instants are written by the language where they are put into the text. */
function valueText(name: string, value: string | number, { decimal }: Written, label: Label): string | number {
  const group = labels[name];
  if (group) return label(group, value);
  return amounts.includes(name) ? decimal(String(value)) : value;
}
