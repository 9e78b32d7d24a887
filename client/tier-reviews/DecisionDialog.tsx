import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useErrorText, useText } from '../i18n/useText.ts';
import { KeyCaps } from '../keyboard/KeyCaps.tsx';

/** A comment has 10 to 2,000 characters (CONTRACT 3). */
const MIN_COMMENT = 10;
const MAX_COMMENT = 2000;

export type ReviewVerb = 'approve' | 'reject';

interface DecisionDialogProps {
  verb: ReviewVerb;
  count: number;
  onClose: () => void;
  /** Decides; the dialog stays open with the reason where this throws. */
  onDecide: (comment: string) => Promise<void>;
}

/** Asks why, with the cursor in the comment. Nothing has happened until the server says so. */
export function DecisionDialog({ verb, count, onClose, onDecide }: DecisionDialogProps) {
  const t = useText();
  const errorText = useErrorText();
  const { comment, setComment, short, refused, problem, busy, field, decide } = useDecision(onDecide);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void decide();
  };
  return (
    <Dialog
      open
      onClose={busy ? undefined : onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby="decision"
      onKeyDown={onKeyDown}
    >
      <DialogTitle id="decision">{t(`reviews.ask.${verb}`, { smart_count: count })}</DialogTitle>
      <DialogContent>
        <TextField
          label={t('reviews.comment')}
          multiline
          minRows={3}
          autoFocus
          required
          value={comment}
          disabled={busy}
          error={refused && short}
          inputRef={field}
          onChange={(event) => setComment(event.target.value)}
          slotProps={{ htmlInput: { maxLength: MAX_COMMENT } }}
          helperText={t('reviews.commentHint', { min: MIN_COMMENT, length: comment.trim().length })}
        />
        {problem !== null && (
          <Alert severity="error" sx={{ mt: 1 }}>
            {errorText(problem)}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <KeyCaps keys="mod+enter" />
        <Button onClick={onClose} disabled={busy}>
          {t('reviews.cancel')}
        </Button>
        <Button
          variant="contained"
          color={verb === 'approve' ? 'primary' : 'error'}
          disabled={busy}
          onClick={() => void decide()}
        >
          {t(`reviews.verb.${verb}`)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function useDecision(onDecide: DecisionDialogProps['onDecide']) {
  const [comment, setComment] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const short = comment.trim().length < MIN_COMMENT;
  async function decide() {
    if (busy) return;
    setRefused(short);
    if (short) {
      field.current?.focus();
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      await onDecide(comment.trim());
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }
  return { comment, setComment, short, refused, problem, busy, field, decide };
}
