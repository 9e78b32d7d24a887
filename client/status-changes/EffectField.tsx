import { Box } from '@mui/material';
import type { EffectSummary, StatusChangeKind } from '#contract/status-changes';
import { MoneyList } from '../fields/MoneyList.tsx';
import { useText } from '../i18n/useText.ts';
import { startsHold } from './holding.ts';

interface EffectFieldProps {
  kind: StatusChangeKind;
  effect: EffectSummary | null;
}

/** What a change does in money, in a row: what is taken back, and what is still paid or held. */
export function EffectField({ kind, effect }: EffectFieldProps) {
  const t = useText();
  if (!effect) return <span>–</span>;
  const { ends_enrolment, reversals, reversal_totals, accruals, reviews_withdrawn } = effect;
  const unpaid = t(startsHold(kind) ? 'changes.brief.held' : 'changes.brief.paid');
  return (
    <Box component="span" sx={{ display: 'inline-block' }}>
      {reversals > 0 && <Sums words={t('changes.brief.reversed', { smart_count: reversals })} sums={reversal_totals} />}
      {accruals.length > 0 && <Sums words={unpaid} sums={accruals} />}
      {ends_enrolment && <div>{t('changes.brief.ends')}</div>}
      {reviews_withdrawn > 0 && <div>{t('changes.brief.reviews', { smart_count: reviews_withdrawn })}</div>}
      {reversals === 0 && accruals.length === 0 && !ends_enrolment && t('changes.brief.nothing')}
    </Box>
  );
}

function Sums({ words, sums }: { words: string; sums: EffectSummary['accruals'] }) {
  return (
    <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'baseline', justifyContent: 'space-between' }}>
      <span>{words}</span>
      <MoneyList sums={sums} figure />
    </Box>
  );
}
