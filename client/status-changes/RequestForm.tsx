import { Alert, Box, Button, Stack, TextField } from '@mui/material';
import { type FormEvent, type KeyboardEvent, useRef } from 'react';
import { LinkBase, Title } from 'react-admin';
import { MIN_WORDS } from '#contract/transitions';
import { accountTypes } from '#contract/rulebooks';
import { FREEZE_HOURS, mayRequest, staffReasonCodes, statusChangeKinds } from '#contract/status-changes';
import { codeOf } from '../api/http.ts';
import { useRole } from '../auth/access.ts';
import { Refused } from '../decisions/Refused.tsx';
import { UnsavedGuard } from '../decisions/UnsavedGuard.tsx';
import { Section } from '../fields/Section.tsx';
import { LongTextField } from '../fields/LongTextField.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { KeyCaps } from '../keyboard/KeyCaps.tsx';
import { NotAllowed } from '../layout/NotAllowed.tsx';
import { Choice } from '../fields/Choice.tsx';
import { listPath } from '../list/listPath.ts';
import { EffectiveField } from './EffectiveField.tsx';
import { badEvidence } from './draft.ts';
import { useFieldProblem, type FieldProblem } from './useFieldProblem.ts';
import { RequestEffect } from './RequestEffect.tsx';
import { useRequest } from './useRequest.ts';

type Request = ReturnType<typeof useRequest>;

/** The page on which a change is asked for: the form, and beside it what the change would do (STA-8, STA-9). */
export function RequestPage() {
  const role = useRole();
  if (!role) return null;
  return mayRequest(role, 'freeze') ? <RequestForm /> : <NotAllowed />;
}

function RequestForm() {
  const t = useText();
  const request = useRequest();
  const problemOf = useFieldProblem(request);
  const { draft, effect, submit } = request;
  const send = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
  };
  const title = request.fixedUid ? t('changes.requestFor', { uid: draft.affiliate_uid }) : t('changes.requestTitle');
  return (
    <Box
      sx={{ display: 'grid', columnGap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0,1fr)', md: 'repeat(2, minmax(0,1fr))' } }}
    >
      <Title title={title} />
      <UnsavedGuard dirty={request.dirty} sent={request.sent} />
      <Box component="form" onSubmit={send} onKeyDown={onKeyDown} noValidate>
        <Section title={t('changes.summary')}>
          {!request.fixedUid && <UidField request={request} problemOf={problemOf} />}
          <What request={request} problemOf={problemOf} />
          <Why request={request} problemOf={problemOf} />
          <EffectiveField draft={draft} onChange={request.change} problem={problemOf('effective_at')} />
          <Evidence request={request} problemOf={problemOf} />
          <Send request={request} />
        </Section>
      </Box>
      <RequestEffect effect={effect} />
    </Box>
  );
}

interface PartProps {
  request: Request;
  problemOf: FieldProblem;
}

function UidField({ request: { draft, change }, problemOf }: PartProps) {
  const t = useText();
  const problem = problemOf('affiliate_uid');
  return (
    <TextField
      label={t('changes.affiliate')}
      required
      autoFocus
      value={draft.affiliate_uid}
      error={problem !== null}
      helperText={problem}
      onChange={(event) => change({ affiliate_uid: event.target.value })}
    />
  );
}

function What({ request: { draft, change, fixedUid, start, refusal }, problemOf }: PartProps) {
  const t = useText();
  const label = useLabel();
  const role = useRole();
  const about = fixedUid ? problemOf('affiliate_uid') : null;
  return (
    <>
      <Choice
        label={t('changes.kind')}
        value={draft.kind}
        values={statusChangeKinds.filter((kind) => role !== null && mayRequest(role, kind))}
        word={(kind) => label('changeKind', kind)}
        onChoose={(kind) => change({ kind })}
        problem={problemOf('kind') ?? about}
        first={fixedUid && start.kind === ''}
      />
      {codeOf(refusal) === 'already_pending' && (
        <TextLink to={pendingOf(draft)}>{t('changes.seePending')}</TextLink>
      )}
      {draft.kind === 'account_type' && (
        <Choice
          label={t('changes.newType')}
          value={draft.to as (typeof accountTypes)[number] | ''}
          values={accountTypes}
          word={(type) => label('accountType', type)}
          onChoose={(to) => change({ to })}
          problem={problemOf('to')}
        />
      )}
      {draft.kind === 'freeze' && (
        <Alert severity="info" sx={{ mt: 1 }}>
          {t('changes.freezeHint', { hours: FREEZE_HOURS })}
        </Alert>
      )}
    </>
  );
}

/** The list with the request that stands in the way. */
function pendingOf({ affiliate_uid, kind }: Request['draft']): string {
  const filter = { affiliate_uid: affiliate_uid.trim(), kind, state: 'pending' };
  return listPath('status-changes', filter, []);
}

/** Choosing the reason puts the cursor into the text that has to follow it. */
function Why({ request: { draft, change, fixedUid, start }, problemOf }: PartProps) {
  const t = useText();
  const label = useLabel();
  const text = useRef<HTMLTextAreaElement>(null);
  const problem = problemOf('text');
  const choose = (reason_code: string) => {
    change({ reason_code });
    if (draft.text === '') text.current?.focus();
  };
  return (
    <>
      <Choice
        label={t('changes.reason')}
        value={draft.reason_code as (typeof staffReasonCodes)[number] | ''}
        values={staffReasonCodes}
        word={(code) => label('reasonCode', code)}
        onChoose={choose}
        problem={problemOf('reason_code')}
        first={fixedUid && start.kind !== ''}
      />
      <LongTextField
        label={t('changes.text')}
        required
        minRows={3}
        sx={{ mt: 2 }}
        inputRef={text}
        value={draft.text}
        error={problem !== null}
        onChange={(words) => change({ text: words })}
        helperText={problem ?? t('changes.textHint', { min: MIN_WORDS, length: draft.text.trim().length })}
      />
    </>
  );
}

function Evidence({ request: { draft, change }, problemOf }: PartProps) {
  const t = useText();
  const bad = badEvidence(draft);
  const problem = bad === null ? problemOf('evidence') : t('changes.noLink', { text: bad });
  return (
    <TextField
      label={t('changes.evidence')}
      multiline
      minRows={2}
      value={draft.evidence}
      error={problem !== null}
      helperText={problem ?? t('changes.evidenceHint')}
      onChange={(event) => change({ evidence: event.target.value })}
      slotProps={{ htmlInput: { inputMode: 'url', spellCheck: false } }}
    />
  );
}

function Send({ request: { draft, busy, problem, refused } }: { request: Request }) {
  const t = useText();
  return (
    <>
      {problem !== null && refused === null && (
        <Alert severity="error" sx={{ mt: 1 }}>
          <Refused error={problem} />
        </Alert>
      )}
      <Stack direction="row" spacing={2} sx={{ mt: 2, alignItems: 'center' }}>
        <Button type="submit" variant="contained" disabled={busy} endIcon={<KeyCaps keys="mod+enter" />}>
          {t('changes.submit')}
        </Button>
        {draft.affiliate_uid && (
          <Button component={LinkBase} to={`/affiliates/${encodeURIComponent(draft.affiliate_uid)}/show`}>
            {t('changes.back')}
          </Button>
        )}
      </Stack>
    </>
  );
}
