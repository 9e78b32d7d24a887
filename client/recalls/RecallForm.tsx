import { Box, Button, TextField } from '@mui/material';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-admin';
import { recallChannels } from '#contract/recalls';
import { Choice } from '../fields/Choice.tsx';
import { DateTextField } from '../fields/DateTextField.tsx';
import { Section } from '../fields/Section.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { checkPath, readInviter, type RecallQuestion } from './question.ts';

interface RecallFormProps {
  /** What the address asks. */
  asked: RecallQuestion;
  /** What the server finds wrong with the uid. */
  problem: string | null;
}

/** Asks: who, by whom, through what, and when. */
export function RecallForm({ asked, problem }: RecallFormProps) {
  const t = useText();
  const label = useLabel();
  const navigate = useNavigate();
  const { draft, setDraft, tried, setTried, uidField, inviterField } = useDraft(asked);
  const change = (part: Partial<RecallQuestion>) => setDraft((before) => ({ ...before, ...part }));
  const given = { ...draft, uid: draft.uid.trim(), ...readInviter(draft.inviter) };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (given.uid && given.inviter) navigate(checkPath(given));
  };
  const uidProblem = tried && !given.uid ? t('recalls.missing.uid') : problem;
  const inviterProblem = tried && !given.inviter ? t('recalls.missing.inviter') : null;
  return (
    <Section title={t('recalls.question')}>
      <Box component="form" onSubmit={submit} noValidate>
        <Box sx={{ display: 'grid', columnGap: 2, alignItems: 'start', gridTemplateColumns: { xs: '1fr', md: '1fr 1fr 1fr auto' } }}>
          <TextField
            label={t('recalls.uid')}
            required
            inputRef={uidField}
            value={draft.uid}
            error={uidProblem !== null}
            helperText={uidProblem}
            onChange={(event) => change({ uid: event.target.value })}
            slotProps={{ htmlInput: { maxLength: 64, autoComplete: 'off', spellCheck: false } }}
          />
          <TextField
            label={t('recalls.inviter')}
            required
            inputRef={inviterField}
            value={draft.inviter}
            error={inviterProblem !== null}
            helperText={inviterProblem}
            onChange={(event) => change({ inviter: event.target.value })}
            slotProps={{ htmlInput: { maxLength: 500, autoComplete: 'off', spellCheck: false } }}
          />
          <DateTextField
            type="datetime-local"
            label={t('recalls.at')}
            value={draft.at}
            helperText={t('recalls.atHint')}
            onChange={(event) => change({ at: event.target.value })}
            slotProps={{ htmlInput: { step: 'any' } }}
          />
          <Button type="submit" variant="contained" sx={{ mt: 1, height: 38 }}>
            {t('recalls.ask')}
          </Button>
        </Box>
        <Choice
          label={t('recalls.via')}
          value={given.via}
          values={recallChannels}
          word={(via) => label('recallVia', via)}
          onChoose={(via) => change({ via, inviter: given.inviter })}
        />
      </Box>
    </Section>
  );
}

/** Begins anew with each question that the address asks; the cursor stands where something is missing. */
function useDraft(asked: RecallQuestion) {
  const [draft, setDraft] = useState(asked);
  const [tried, setTried] = useState(false);
  const [question, setQuestion] = useState(JSON.stringify(asked));
  const uidField = useRef<HTMLInputElement>(null);
  const inviterField = useRef<HTMLInputElement>(null);
  const now = JSON.stringify(asked);
  if (question !== now) {
    setQuestion(now);
    setDraft(asked);
    setTried(false);
  }
  const { uid, inviter } = asked;
  useEffect(() => {
    if (!uid) uidField.current?.focus();
    else if (!inviter) inviterField.current?.focus();
  }, [uid, inviter]);
  return { draft, setDraft, tried, setTried, uidField, inviterField };
}
