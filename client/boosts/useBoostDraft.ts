import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLocation, useNavigate, useNotify } from 'react-admin';
import type { BoostRow, NewBoost } from '#contract/boosts';
import { MIN_WORDS } from '#contract/transitions';
import { codeOf, detailsOf } from '../api/http.ts';
import { useApi } from '../api/useRead.ts';
import { useErrorText, useText } from '../i18n/useText.ts';

/** A boost as it is being written: days are UTC, the last one not included. */
export interface BoostDraft {
  whom: 'one' | 'everybody';
  affiliate_uid: string;
  from: string;
  to: string;
  text: string;
}

const fields = ['affiliate_uid', 'from', 'to', 'text'] as const;
export type BoostField = (typeof fields)[number];

function missingIn(draft: BoostDraft): BoostField[] {
  const missing: BoostField[] = [];
  if (draft.whom === 'one' && !draft.affiliate_uid.trim()) missing.push('affiliate_uid');
  if (!draft.from) missing.push('from');
  if (!draft.to || draft.to <= draft.from) missing.push('to');
  if (draft.text.trim().length < MIN_WORDS) missing.push('text');
  return missing;
}

function bodyOf({ whom, affiliate_uid, from, to, text }: BoostDraft): NewBoost {
  return {
    ...(whom === 'one' ? { affiliate_uid: affiliate_uid.trim() } : {}),
    programme: 'partner',
    from: `${from}T00:00:00.000Z`,
    to: `${to}T00:00:00.000Z`,
    text: text.trim(),
  };
}

/** The fields, what stands at each of them, and sending it. */
export function useBoostDraft() {
  const t = useText();
  const errorText = useErrorText();
  const uid = new URLSearchParams(useLocation().search).get('affiliate_uid') ?? '';
  const [draft, setDraft] = useState<BoostDraft>({ whom: 'one', affiliate_uid: uid, from: '', to: '', text: '' });
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const sent = useRef(false);
  const dirty = Boolean(draft.text || draft.from || draft.to);
  const navigate = useNavigate();
  const { busy, send } = useSend(setProblem, (id) => {
    sent.current = true;
    navigate(`/boosts/${id}/show`);
  });
  const named = String(detailsOf(problem).field ?? (codeOf(problem) === 'not_enrolled' ? 'affiliate_uid' : ''));
  const refused = fields.find((field) => field === named) ?? null;
  const missing = tried ? missingIn(draft) : [];
  const problemOf = (field: BoostField): string | null => {
    if (problem !== null && refused === field) return errorText(problem);
    return missing.includes(field) ? t(`boosts.missing.${field}`) : null;
  };
  function change(part: Partial<BoostDraft>) {
    setDraft((before) => ({ ...before, ...part }));
    setProblem(null);
  }
  async function submit() {
    setTried(true);
    if (missingIn(draft).length === 0) await send(bodyOf(draft));
  }
  return { draft, change, problemOf, unplaced: refused === null ? problem : null, busy, submit, dirty, sent };
}

function useSend(onProblem: (problem: unknown) => void, onSent: (id: string) => void) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  async function send(body: NewBoost) {
    if (busy) return;
    setBusy(true);
    onProblem(null);
    try {
      const { data } = await api.create<BoostRow>('boosts', { data: body as Partial<BoostRow> });
      notify(t('boosts.submitted'), { type: 'success' });
      void queries.invalidateQueries({ queryKey: ['boosts'] });
      onSent(data.id);
    } catch (error) {
      onProblem(error);
      setBusy(false);
    }
  }
  return { busy, send };
}
