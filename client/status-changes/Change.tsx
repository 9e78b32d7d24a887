import type { StatusChangeRow } from '#contract/status-changes';
import { useLabel, useText } from '../i18n/useText.ts';

/** From what to what. */
export function Change({ change: { from, to } }: { change: Pick<StatusChangeRow, 'from' | 'to'> }) {
  const t = useText();
  const label = useLabel();
  return <span>{t('changes.fromTo', { from: label('standing', from), to: label('standing', to) })}</span>;
}
