import type { ReactNode } from 'react';
import type { DecisionBody } from '../api/verbs.ts';
import { useText } from '../i18n/useText.ts';
import type { CaseVerb } from './CaseBar.tsx';
import { DecisionDialog } from './DecisionDialog.tsx';

interface RequestDialogProps {
  verb: CaseVerb;
  title: string;
  /** Where more than a rejection needs one. */
  commentNeeded?: boolean;
  ready?: boolean;
  wide?: boolean;
  /** What an answer says beside the comment. */
  more?: DecisionBody;
  onClose: () => void;
  onDecide: (body: DecisionBody) => Promise<void>;
  children?: ReactNode;
}

/** Asks why a request, or each of several, is approved, rejected or taken back; a rejection needs a comment. */
export function RequestDialog({ verb, commentNeeded = verb === 'reject', more, onDecide, ...dialog }: RequestDialogProps) {
  const t = useText();
  return (
    <DecisionDialog
      key={verb}
      {...dialog}
      verb={t(`decisions.verb.${verb}`)}
      grave={verb === 'reject'}
      commentNeeded={commentNeeded}
      onDecide={(comment) => onDecide({ comment, ...more })}
    />
  );
}
