import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
import { useText } from '../i18n/useText.ts';

export type ReviewVerb = 'approve' | 'reject';

interface ReviewDialogProps {
  verb: ReviewVerb;
  count: number;
  onClose: () => void;
  /** Decides; the dialog stays open with the reason where this throws. */
  onDecide: (comment: string | undefined) => Promise<void>;
}

/** Asks why a promotion is approved or rejected: both need a comment (TIE-5). */
export function ReviewDialog({ verb, count, onClose, onDecide }: ReviewDialogProps) {
  const t = useText();
  return (
    <DecisionDialog
      title={t(`reviews.ask.${verb}`, { smart_count: count })}
      verb={t(`decisions.verb.${verb}`)}
      grave={verb === 'reject'}
      commentNeeded
      onClose={onClose}
      onDecide={onDecide}
    />
  );
}
