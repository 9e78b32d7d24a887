import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate, useNotify } from 'react-admin';
import { FREEZE_HOURS, type StatusChangePreview } from '#contract/status-changes';
import { codeOf, detailsOf } from '../api/http.ts';
import { useApi, useRead } from '../api/useRead.ts';
import { useText } from '../i18n/useText.ts';
import { bodyOf, missingIn, previewQuestion, type Draft, type DraftField } from './draft.ts';
import { draftOf } from './requestPath.ts';

const PAUSE_MS = 350;

/** The field that a refusal is about: the server names it, or its code tells. */
const fieldOfCode: Record<string, DraftField> = {
  effective_in_past: 'effective_at',
  before_enrolment: 'effective_at',
  not_enrolled: 'affiliate_uid',
  no_change: 'kind',
  already_pending: 'kind',
};
const fields = ['affiliate_uid', 'kind', 'to', 'reason_code', 'text', 'evidence', 'effective_at'] as const;

function fieldOf(error: unknown, kind: string): DraftField | null {
  const code = codeOf(error);
  if (code === 'no_change') return kind === 'account_type' ? 'to' : 'kind';
  const named = String(detailsOf(error).field ?? '').split('.')[0];
  return fields.find((field) => field === named) ?? (code ? (fieldOfCode[code] ?? null) : null);
}

/** A request being written: its fields, its effect as it stands, what hinders it, and sending it. */
export function useRequest() {
  const { search } = useLocation();
  const [first] = useState(() => draftOf(search));
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const effect = useEffectOf(draft);
  const dirty = draft.text !== '' || draft.evidence !== first.evidence || draft.reason_code !== first.reason_code;
  const sent = useRef(false);
  const navigate = useNavigate();
  const { busy, send } = useSend(draft, setProblem, (id) => {
    sent.current = true;
    navigate(`/status-changes/${id}/show`);
  });
  const change = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setProblem(null);
  };
  const missing = tried ? missingIn(draft) : [];
  const refusal = problem ?? effect.error;
  const refused = fieldOf(refusal, draft.kind);
  async function submit() {
    setTried(true);
    const lacks = missingIn(draft);
    if (lacks.length > 0) return lacks[0] ?? null;
    await send();
    return null;
  }
  return { draft, change, effect, missing, refusal, refused, problem, busy, submit, dirty, sent, start: first, fixedUid: first.affiliate_uid !== '' };
}

function useSend(draft: Draft, onProblem: (problem: unknown) => void, onSent: (id: string) => void) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  async function send() {
    if (busy) return;
    setBusy(true);
    onProblem(null);
    try {
      const { data } = await api.create<{ id: string }>('status-changes', { data: bodyOf(draft) });
      const freeze = draft.kind === 'freeze' && draft.when === 'now';
      notify(t(freeze ? 'changes.submittedFreeze' : 'changes.submitted', { hours: FREEZE_HOURS }), { type: 'success' });
      void queries.invalidateQueries({ queryKey: ['status-changes'] });
      void queries.invalidateQueries({ queryKey: ['read'] });
      onSent(data.id);
    } catch (error) {
      onProblem(error);
      setBusy(false);
    }
  }
  return { busy, send };
}

/** What the change would do, found out once the typing pauses. */
function useEffectOf(draft: Draft): { preview: StatusChangePreview | null; error: unknown; looking: boolean; asked: boolean } {
  const question = previewQuestion(draft);
  const [settled, setSettled] = useState(question);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(question), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [question]);
  const { data, error, isFetching } = useRead<StatusChangePreview>(settled ?? '', {
    enabled: settled !== null,
    keepPrevious: true,
  });
  const asked = question !== null;
  const current = asked && settled === question;
  return {
    preview: asked && !error ? (data ?? null) : null,
    error: current ? error : null,
    looking: asked && (!current || isFetching),
    asked,
  };
}

