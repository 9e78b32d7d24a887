import { Alert, Button, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { type KeyboardEvent, type ReactNode, useContext, useRef, useState } from 'react';
import { MIN_WORDS } from '#contract/transitions';
import { LongTextField } from '../fields/LongTextField.tsx';
import { useText } from '../i18n/useText.ts';
import { KeyCaps } from '../keyboard/KeyCaps.tsx';
import { CaseNotices } from './caseNotices.ts';
import { GuardedDialog } from './GuardedDialog.tsx';
import { Refused } from './Refused.tsx';

interface DecisionDialogProps {
  title: string;
  /** What the deciding button says. */
  verb: string;
  grave?: boolean;
  /** Whether it cannot be decided without a comment. */
  commentNeeded: boolean;
  /** What is decided on; above the comment. */
  children?: ReactNode;
  /** False while what is decided on is not there yet. */
  ready?: boolean;
  /** Whether something beside the comment is typed. */
  dirty?: boolean;
  wide?: boolean;
  onClose: () => void;
  /** Decides; the dialog stays open with the reason where this throws. */
  onDecide: (comment: string | undefined) => Promise<void>;
}

/** Asks why, with the cursor in the comment. Nothing has happened until the server says so. */
export function DecisionDialog(props: DecisionDialogProps) {
  const { title, verb, grave = false, commentNeeded, children, ready = true, dirty = false, wide = false, onClose, onDecide } = props;
  const t = useText();
  const { comment, setComment, short, refused, problem, busy, field, decide } = useDecision({
    commentNeeded,
    ready,
    onDecide,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void decide();
  };
  return (
    <GuardedDialog
      dirty={dirty || comment.trim() !== ''}
      busy={busy}
      onClose={onClose}
      maxWidth={wide ? 'md' : 'sm'}
      aria-labelledby="decision"
      onKeyDown={onKeyDown}
    >
      <DialogTitle id="decision">{title}</DialogTitle>
      <DialogContent>
        {useContext(CaseNotices)}
        {children}
        <LongTextField
          label={t('decisions.comment')}
          minRows={3}
          autoFocus
          required={commentNeeded}
          value={comment}
          error={refused && short}
          inputRef={field}
          onChange={setComment}
          htmlInput={{ readOnly: busy }}
          helperText={t(commentNeeded ? 'decisions.commentHint' : 'decisions.commentChoice', {
            min: MIN_WORDS,
            length: comment.trim().length,
          })}
        />
        {problem !== null && (
          <Alert severity="error" sx={{ mt: 1 }}>
            <Refused error={problem} />
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <KeyCaps keys="mod+enter" />
        <Button onClick={onClose} disabled={busy}>
          {t('decisions.back')}
        </Button>
        <Button
          variant="contained"
          color={grave ? 'error' : 'primary'}
          disabled={busy || !ready}
          onClick={() => void decide()}
        >
          {verb}
        </Button>
      </DialogActions>
    </GuardedDialog>
  );
}

function useDecision({ commentNeeded, ready, onDecide }: Required<Pick<DecisionDialogProps, 'commentNeeded' | 'ready' | 'onDecide'>>) {
  const [comment, setComment] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const text = comment.trim();
  const short = text.length < MIN_WORDS && (commentNeeded || text !== '');
  async function decide() {
    if (busy || !ready) return;
    setRefused(short);
    if (short) {
      field.current?.focus();
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      await onDecide(text || undefined);
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }
  return { comment, setComment, short, refused, problem, busy, field, decide };
}
