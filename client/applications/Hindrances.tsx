import type { ApplicationRow } from '#contract/applications';
import { useLabels, useText } from '../i18n/useText.ts';

/** Whether an application could be approved now, and what stands in the way (ENR-3, ENR-4). */
export function Hindrances({ application: { state, refusals } }: { application: ApplicationRow }) {
  const t = useText();
  const labels = useLabels();
  if (state !== 'pending') return <span>–</span>;
  if (refusals.length === 0) return <span>{t('applications.unhindered')}</span>;
  return <span>{t('applications.hinderedShort', { reasons: labels('rowFault', refusals) })}</span>;
}
