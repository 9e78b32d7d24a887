import { Alert, Box, Button, Typography } from '@mui/material';
import { type FormEvent, type KeyboardEvent } from 'react';
import { Title } from 'react-admin';
import type { Resource } from '#contract/policy';
import { LongTextField } from '../fields/LongTextField.tsx';
import { Section } from '../fields/Section.tsx';
import { useErrorText } from '../i18n/useText.ts';
import { KeyCaps } from '../keyboard/KeyCaps.tsx';
import { UnsavedGuard } from './UnsavedGuard.tsx';
import { useSubmission, type SubmissionField } from './useSubmission.ts';

interface SubmissionFormProps {
  resource: Resource;
  title: string;
  heading: string;
  hint: string;
  fields: readonly SubmissionField[];
  start: Readonly<Record<string, string>>;
  fieldOfCode?: Readonly<Record<string, string>>;
  submit: string;
  done: string;
}

/** A page on which staff hand in for somebody what another person decides. */
export function SubmissionForm({ title, heading, hint, submit: word, fields, ...asked }: SubmissionFormProps) {
  const errorText = useErrorText();
  const { draft, change, problemOf, unplaced, busy, submit, dirty, sent } = useSubmission({ ...asked, fields });
  const send = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
  };
  const first = fields.find(({ name }) => !asked.start[name])?.name;
  return (
    <Box component="form" onSubmit={send} onKeyDown={onKeyDown} noValidate sx={{ maxWidth: 720 }}>
      <Title title={title} />
      <UnsavedGuard dirty={dirty} sent={sent} />
      <Section title={heading}>
        <Typography color="textSecondary" sx={{ mb: 1 }}>
          {hint}
        </Typography>
        {fields.map((field) => {
          const { name, label, max, multiline = false, type } = field;
          const problem = problemOf(field);
          return (
            <LongTextField
              key={name}
              label={label}
              required
              autoFocus={name === first}
              multiline={multiline}
              {...(multiline ? { minRows: 3, maxRows: 16 } : {})}
              value={draft[name] ?? ''}
              error={problem !== null}
              helperText={problem ?? field.hint}
              onChange={(text) => change(name, text)}
              {...(max ? { max } : {})}
              htmlInput={{ spellCheck: multiline, ...(type ? { inputMode: type } : {}) }}
            />
          );
        })}
        {unplaced !== null && <Alert severity="error">{errorText(unplaced)}</Alert>}
        <Button type="submit" variant="contained" disabled={busy} endIcon={<KeyCaps keys="mod+enter" />} sx={{ mt: 1 }}>
          {word}
        </Button>
      </Section>
    </Box>
  );
}
