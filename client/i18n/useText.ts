import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import { codeOf } from '../api/http.ts';
import type { LabelGroup, TextKey } from './catalogue.ts';

export type Values = Record<string, string | number>;
export type Text = (key: TextKey, values?: Values) => string;
export type Label = (group: LabelGroup, value: string | number | null | undefined) => string;

/** Like react-admin's useTranslate, but only for keys that the catalogue has. */
export function useText(): Text {
  return useTranslate() as Text;
}

/**
 * The word for a value of a closed list (a state, a role, a reason); a value that the catalogue lacks stands as it is.
 */
export function useLabel(): Label {
  const translate = useTranslate();
  return useCallback<Label>(
    (group, value) => {
      if (value === null || value === undefined || value === '') return '';
      return translate(`label.${group}.${value}`, { _: String(value) });
    },
    [translate],
  );
}

/** The words for several values, as the reader's language lists them. */
export function useLabels(): (group: LabelGroup, values: readonly (string | number)[]) => string {
  const t = useText();
  const label = useLabel();
  return (group, values) => values.map((value) => label(group, value)).join(t('word.comma'));
}

/** A refusal in the reader's words: by its code, else as the server put it. */
export function useErrorText(): (error: unknown) => string {
  const translate = useTranslate();
  return useCallback(
    (error) => {
      const said = error instanceof Error ? error.message : String(error);
      const code = codeOf(error);
      return code ? translate(`label.error.${code}`, { _: said }) : said;
    },
    [translate],
  );
}
