import { Alert, Box, Button, TextField, Typography } from '@mui/material';
import { type FormEvent, type KeyboardEvent } from 'react';
import { Title } from 'react-admin';
import { MIN_WORDS } from '#contract/transitions';
import { useMay } from '../auth/access.ts';
import { UnsavedGuard } from '../decisions/UnsavedGuard.tsx';
import { Choice } from '../fields/Choice.tsx';
import { LongTextField } from '../fields/LongTextField.tsx';
import { DateTextField } from '../fields/DateTextField.tsx';
import { Section } from '../fields/Section.tsx';
import { useErrorText, useText } from '../i18n/useText.ts';
import { KeyCaps } from '../keyboard/KeyCaps.tsx';
import { NotAllowed } from '../layout/NotAllowed.tsx';
import { useBoostDraft, type BoostField } from './useBoostDraft.ts';

/** The page on which a boost is asked for (TIE-9). */
export function BoostPage() {
  return useMay('boosts', 'create') ? <BoostForm /> : <NotAllowed />;
}

function BoostForm() {
  const t = useText();
  const errorText = useErrorText();
  const form = useBoostDraft();
  const { draft, change, unplaced, busy, submit } = form;
  const send = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
  };
  return (
    <Box component="form" onSubmit={send} onKeyDown={onKeyDown} noValidate sx={{ maxWidth: 640 }}>
      <Title title={t('boosts.requestTitle')} />
      <UnsavedGuard dirty={form.dirty} sent={form.sent} />
      <Section title={t('boosts.summary')}>
        <Typography color="textSecondary">{t('boosts.hint')}</Typography>
        <Choice
          label={t('boosts.whom')}
          value={draft.whom}
          values={['one', 'everybody']}
          word={(whom) => t(whom === 'one' ? 'boosts.one' : 'boosts.everybody')}
          onChoose={(whom) => change({ whom })}
        />
        {draft.whom === 'one' && <Field form={form} name="affiliate_uid" label={t('boosts.affiliate')} />}
        <Box sx={{ display: 'flex', gap: 2 }}>
          <Day form={form} name="from" label={t('boosts.from')} />
          <Day form={form} name="to" label={t('boosts.to')} />
        </Box>
        <Field
          form={form}
          name="text"
          label={t('boosts.text')}
          multiline
          hint={t('boosts.textHint', { min: MIN_WORDS, length: draft.text.trim().length })}
        />
        {unplaced !== null && <Alert severity="error">{errorText(unplaced)}</Alert>}
        <Button type="submit" variant="contained" disabled={busy} endIcon={<KeyCaps keys="mod+enter" />} sx={{ mt: 1 }}>
          {t('boosts.submit')}
        </Button>
      </Section>
    </Box>
  );
}

interface FieldProps {
  form: ReturnType<typeof useBoostDraft>;
  name: BoostField;
  label: string;
  multiline?: boolean;
  hint?: string;
}

function Field({ form: { draft, change, problemOf }, name, label, multiline = false, hint }: FieldProps) {
  const problem = problemOf(name);
  const shown = { label, required: true, value: draft[name], error: problem !== null, helperText: problem ?? hint };
  if (multiline) return <LongTextField {...shown} minRows={3} onChange={(text) => change({ [name]: text })} />;
  return <TextField {...shown} onChange={(event) => change({ [name]: event.target.value })} />;
}

function Day({ form: { draft, change, problemOf }, name, label }: Pick<FieldProps, 'form' | 'name' | 'label'>) {
  const problem = problemOf(name);
  return (
    <DateTextField
      type="date"
      label={label}
      required
      value={draft[name]}
      error={problem !== null}
      helperText={problem}
      onChange={(event) => change({ [name]: event.target.value })}
    />
  );
}
