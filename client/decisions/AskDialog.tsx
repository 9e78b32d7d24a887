import { Alert, Button, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { MIN_WORDS } from '#contract/transitions';
import { staffReasonCodes } from '#contract/status-changes';
import { Choice } from '../fields/Choice.tsx';
import { LongTextField } from '../fields/LongTextField.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { KeyCaps } from '../keyboard/KeyCaps.tsx';
import { GuardedDialog } from './GuardedDialog.tsx';
import { Refused } from './Refused.tsx';

type ReasonCode = (typeof staffReasonCodes)[number];

/** Why something is asked for. */
export interface Reasoned {
  reason_code: ReasonCode;
  text: string;
}

interface AskDialogProps {
  title: string;
  /** What is asked for; above the reason. */
  children?: ReactNode;
  /** False while something beside the reason is missing. */
  ready?: boolean;
  /** What is filled in already; it can be written otherwise. */
  start?: Reasoned;
  /** Whether something beside the reason is typed. */
  dirty?: boolean;
  onClose: () => void;
  /** Sends the request; the dialog stays open with the reason where this throws. */
  onAsk: (why: Reasoned) => Promise<void>;
}

/** Asks for something that a second person decides: a reason, and what has happened in words. */
export function AskDialog({ title, children, ready = true, start, dirty = false, onClose, onAsk }: AskDialogProps) {
  const t = useText();
  const asking = useAsking({ ready, start, onAsk });
  const { problem, busy, submit } = asking;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
  };
  return (
    <GuardedDialog
      dirty={dirty || asking.text.trim() !== (start?.text ?? '')}
      busy={busy}
      onClose={onClose}
      aria-labelledby="asking"
      onKeyDown={onKeyDown}
    >
      <DialogTitle id="asking">{title}</DialogTitle>
      <DialogContent>
        {children}
        <Why asking={asking} />
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
        <Button variant="contained" disabled={busy || !ready} onClick={() => void submit()}>
          {t('recordRequests.submit')}
        </Button>
      </DialogActions>
    </GuardedDialog>
  );
}

/** Choosing the reason puts the cursor into the text that has to follow it. */
function Why({ asking: { reason, setReason, text, setText, tried, busy, field } }: { asking: ReturnType<typeof useAsking> }) {
  const t = useText();
  const label = useLabel();
  const choose = (code: ReasonCode) => {
    setReason(code);
    if (text === '') field.current?.focus();
  };
  const short = tried && text.trim().length < MIN_WORDS;
  const hint = t('recordRequests.wordsHint', { min: MIN_WORDS, length: text.trim().length });
  return (
    <>
      <Choice
        label={t('recordRequests.why')}
        value={reason}
        values={staffReasonCodes}
        word={(code) => label('reasonCode', code)}
        onChoose={choose}
        problem={tried && reason === '' ? t('recordRequests.missing.reason') : null}
      />
      <LongTextField
        label={t('recordRequests.words')}
        required
        minRows={3}
        sx={{ mt: 2 }}
        inputRef={field}
        value={text}
        disabled={busy}
        error={short}
        onChange={setText}
        helperText={short ? t('recordRequests.missing.text') : hint}
      />
    </>
  );
}

function useAsking({ ready, start, onAsk }: { ready: boolean; start: Reasoned | undefined; onAsk: AskDialogProps['onAsk'] }) {
  const [reason, setReason] = useState<ReasonCode | ''>(start?.reason_code ?? '');
  const [text, setText] = useState(start?.text ?? '');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  async function submit() {
    setTried(true);
    if (busy || !ready || reason === '' || text.trim().length < MIN_WORDS) return;
    setBusy(true);
    setProblem(null);
    try {
      await onAsk({ reason_code: reason, text: text.trim() });
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }
  return { reason, setReason, text, setText, tried, problem, busy, field, submit };
}
