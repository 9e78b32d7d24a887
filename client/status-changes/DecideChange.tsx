import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { StatusChangePreview, StatusChangeRow } from '#contract/status-changes';
import { codeOf, detailsOf } from '../api/http.ts';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
import { useDecide } from '../decisions/useDecide.ts';
import { useText } from '../i18n/useText.ts';
import { EffectDifference } from './EffectDifference.tsx';
import { EffectField } from './EffectField.tsx';
import { previewPath } from './previews.ts';
import { summaryOf } from './summary.ts';
import type { StepVerb } from './steps.ts';

interface DecideChangeProps {
  verb: StepVerb;
  change: StatusChangeRow;
  preview: StatusChangePreview | null;
  onClose: () => void;
  onDecided: () => void;
}

/**
 * Approves, rejects or takes back. An approval names the effect that was on the screen; where it would come out
 * otherwise by then, both stand side by side and it is asked again (STA-9).
 */
export function DecideChange({ verb, change, preview, onClose, onDecided }: DecideChangeProps) {
  const t = useText();
  const decide = useDecide('status-changes');
  const queries = useQueryClient();
  const [first] = useState(preview);
  const [moved, setMoved] = useState<StatusChangePreview | null>(null);
  const seen = first ?? preview;
  const agreed = moved ?? seen;
  const approves = verb === 'approve';
  async function send(comment: string | undefined) {
    const body = { comment, ...(approves && agreed ? { preview: agreed.version } : {}) };
    try {
      await decide({ id: change.id, verb, body, done: t(`decisions.done.${verb}`) });
    } catch (error) {
      const { now } = detailsOf(error) as { now?: StatusChangePreview };
      if (codeOf(error) === 'preview_changed' && now) {
        setMoved(now);
        void queries.invalidateQueries({ queryKey: ['read', previewPath(change.id)] });
      }
      throw error;
    }
    onDecided();
  }
  return (
    <DecisionDialog
      title={t(`changes.ask.${verb}`, { smart_count: 1 })}
      verb={t(`decisions.verb.${verb}`)}
      grave={verb === 'reject'}
      commentNeeded={verb === 'reject'}
      ready={!approves || agreed !== null}
      wide={moved !== null}
      onClose={onClose}
      onDecide={send}
    >
      {moved && seen && <EffectDifference seen={seen} now={moved} />}
      {approves && !moved && seen && <EffectField kind={change.kind} effect={summaryOf(seen)} />}
    </DecisionDialog>
  );
}
