import { EARNS, type SampleFilter } from '#contract/audit-samples';
import { useWritten } from '../fields/useWritten.ts';
import { useLabel } from '../i18n/useText.ts';

/** From which records was drawn, in words. */
export function FilterWords({ filter: { month, programme, affiliate_uid, reason, currency } }: { filter: SampleFilter }) {
  const label = useLabel();
  const written = useWritten();
  const outcome = reason === EARNS ? label('sampleReason', reason) : label('reason', reason);
  return <span>{[written.month(month), label('programme', programme), affiliate_uid, outcome, currency].filter(Boolean).join(' · ')}</span>;
}
