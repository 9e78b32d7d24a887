import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate, useNotify } from 'react-admin';
import type { Resource } from '#contract/policy';
import { codeOf, detailsOf } from '../api/http.ts';
import { useApi } from '../api/useRead.ts';
import { useErrorText } from '../i18n/useText.ts';

/** A field of what is handed in. */
export interface SubmissionField {
  name: string;
  label: string;
  /** What stands at it when it lacks something. */
  missing: string;
  /** Whether it lacks something; where nothing is told, whether it is empty. */
  lacks?: (text: string) => boolean;
  hint?: string;
  max: number;
  multiline?: boolean;
  type?: 'url';
}

interface Submission {
  resource: Resource;
  fields: readonly SubmissionField[];
  /** What the fields hold at first. */
  start: Readonly<Record<string, string>>;
  /** The field that a refusal is about which names none. */
  fieldOfCode?: Readonly<Record<string, string>>;
  /** Said once it is handed in. */
  done: string;
}

const isEmpty = (text: string) => text === '';

/** What is being written, what stands at each field, and handing it in; what was typed stays where that fails. */
export function useSubmission({ resource, fields, start, fieldOfCode = {}, done }: Submission) {
  const errorText = useErrorText();
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { busy, sent, send } = useSend(resource, done, setProblem);
  const trimmed = Object.fromEntries(fields.map(({ name }) => [name, (draft[name] ?? '').trim()]));
  const lacking = ({ name, lacks = isEmpty }: SubmissionField) => lacks(trimmed[name] ?? '');
  const named = String(detailsOf(problem).field ?? fieldOfCode[codeOf(problem) ?? ''] ?? '');
  const refused = problem === null ? null : (fields.find(({ name }) => name === named)?.name ?? null);
  const problemOf = (field: SubmissionField): string | null => {
    if (refused === field.name) return errorText(problem);
    return tried && lacking(field) ? field.missing : null;
  };
  function change(name: string, text: string) {
    setDraft((before) => ({ ...before, [name]: text }));
    setProblem(null);
  }
  async function submit() {
    setTried(true);
    if (!fields.some(lacking)) await send(trimmed);
  }
  const dirty = fields.some(({ name }) => (draft[name] ?? '') !== (start[name] ?? ''));
  return { draft, change, problemOf, unplaced: refused === null ? problem : null, busy, submit, dirty, sent };
}

function useSend(resource: Resource, done: string, onProblem: (problem: unknown) => void) {
  const api = useApi();
  const notify = useNotify();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const sent = useRef(false);
  async function send(body: Record<string, string>) {
    if (busy) return;
    setBusy(true);
    onProblem(null);
    try {
      const { data } = await api.create<{ id: string }>(resource, { data: body });
      notify(done, { type: 'success' });
      void queries.invalidateQueries({ queryKey: [resource] });
      void queries.invalidateQueries({ queryKey: ['read'] });
      sent.current = true;
      navigate(`/${resource}/${data.id}/show`);
    } catch (error) {
      onProblem(error);
      setBusy(false);
    }
  }
  return { busy, sent, send };
}
