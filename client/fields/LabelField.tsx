import type { LabelGroup } from '../i18n/catalogue.ts';
import { useLabel } from '../i18n/useText.ts';

/** The word for a value of a closed list. */
export function LabelField({ group, value }: { group: LabelGroup; value: string | null | undefined }) {
  const label = useLabel();
  return <span>{label(group, value) || '–'}</span>;
}
