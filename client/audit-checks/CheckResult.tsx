import type { AuditCheckResult } from '#contract/audit-checks';
import { useWritten } from '../fields/useWritten.ts';
import { useText } from '../i18n/useText.ts';

/** What came of a walk over the chain, in words. */
export function CheckResult({ result: { checked, wrong, first } }: { result: AuditCheckResult }) {
  const t = useText();
  const written = useWritten();
  const words = wrong === 0
    ? t('oversight.chain.sound', { checked: written.count(checked) })
    : t('oversight.chain.broken', { checked: written.count(checked), wrong, first: first ?? '–' });
  return <span>{words}</span>;
}
