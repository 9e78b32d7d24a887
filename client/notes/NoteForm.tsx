import { Alert, Box, Button, Stack } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useNotify } from 'react-admin';
import { noteKinds, type NoteSubject } from '#contract/notes';
import { useApi } from '../api/useRead.ts';
import { UnsavedGuard } from '../decisions/UnsavedGuard.tsx';
import { useErrorText, useLabel, useText } from '../i18n/useText.ts';
import { Choice } from '../fields/Choice.tsx';
import { LongTextField } from '../fields/LongTextField.tsx';

const MAX_NOTE = 4000;

/** Writes a note; what was typed stays where that fails. */
export function NoteForm({ subject }: { subject: { type: NoteSubject; id: string } }) {
  const t = useText();
  const label = useLabel();
  const errorText = useErrorText();
  const { text, setText, kind, setKind, busy, problem, write } = useNote(subject);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void write();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void write();
  };
  return (
    <Box component="form" onSubmit={submit} onKeyDown={onKeyDown}>
      <LongTextField
        label={t('notes.write')}
        minRows={2}
        value={text}
        disabled={busy}
        onChange={setText}
        helperText={t('notes.hint')}
        max={MAX_NOTE}
      />
      <UnsavedGuard dirty={text.trim() !== ''} />
      {problem !== null && <Alert severity="error">{errorText(problem)}</Alert>}
      {text.trim() !== '' && (
        <Stack direction="row" spacing={2} sx={{ alignItems: 'flex-end', mb: 1.5 }}>
          <Choice
            label={t('notes.kind')}
            value={kind}
            values={noteKinds}
            word={(one) => label('noteKind', one)}
            onChoose={setKind}
          />
          <Button type="submit" variant="contained" disabled={busy}>
            {t('notes.save')}
          </Button>
        </Stack>
      )}
    </Box>
  );
}

function useNote({ type, id }: { type: NoteSubject; id: string }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<(typeof noteKinds)[number]>('note');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  async function write() {
    if (busy || text.trim() === '') return;
    setBusy(true);
    setProblem(null);
    try {
      await api.create('notes', { data: { subject_type: type, subject_id: id, kind, text: text.trim() } });
      setText('');
      setKind('note');
      notify(t('notes.saved'), { type: 'success' });
      void queries.invalidateQueries({ queryKey: ['notes'] });
      void queries.invalidateQueries({ queryKey: ['read'] });
    } catch (error) {
      setProblem(error);
    }
    setBusy(false);
  }
  return { text, setText, kind, setKind, busy, problem, write };
}
