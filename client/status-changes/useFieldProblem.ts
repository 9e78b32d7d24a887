import { useErrorText, useText } from '../i18n/useText.ts';
import type { DraftField } from './draft.ts';

export type FieldProblem = (field: DraftField) => string | null;

interface Hindered {
  missing: readonly DraftField[];
  refusal: unknown;
  refused: DraftField | null;
}

/** What stands at a field: that it is missing, or why the server refuses what is in it. */
export function useFieldProblem({ missing, refusal, refused }: Hindered): FieldProblem {
  const t = useText();
  const errorText = useErrorText();
  return (field) => {
    if (refusal && refused === field) return errorText(refusal);
    return missing.includes(field) ? t(`changes.missing.${field}`) : null;
  };
}
