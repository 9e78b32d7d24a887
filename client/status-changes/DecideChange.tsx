import { summaryOf, type StatusChangePreview, type StatusChangeRow } from '#contract/status-changes';
import type { Deciding } from '../decisions/RequestDecision.tsx';
import { RequestDialog } from '../decisions/RequestDialog.tsx';
import { useAgreed } from '../decisions/useAgreed.ts';
import { useText } from '../i18n/useText.ts';
import { EffectDifference } from './EffectDifference.tsx';
import { EffectField } from './EffectField.tsx';
import { previewPath } from './previews.ts';

interface DecideChangeProps extends Deciding {
  change: StatusChangeRow;
  preview: StatusChangePreview | null;
}

/**
 * Approves, rejects or takes back. An approval names the effect that was on the screen; where it would come out
 * otherwise by then, both stand side by side and it is asked again (STA-9).
 */
export function DecideChange({ verb, change, preview, onClose, onDecide }: DecideChangeProps) {
  const t = useText();
  const { seen, moved, agreed, approving } = useAgreed(preview, previewPath(change.id));
  const approves = verb === 'approve';
  return (
    <RequestDialog
      verb={verb}
      title={t(`changes.ask.${verb}`, { smart_count: 1 })}
      ready={!approves || agreed !== null}
      wide={moved !== null}
      onClose={onClose}
      onDecide={approves ? approving(onDecide) : onDecide}
    >
      {moved && seen && <EffectDifference seen={seen} now={moved} />}
      {approves && !moved && seen && <EffectField kind={change.kind} effect={summaryOf(seen)} />}
    </RequestDialog>
  );
}
