import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-admin';
import { USUAL_SIZE, type SampleRow } from '#contract/audit-samples';
import { useApi } from '../api/useRead.ts';

/** What the dialog holds: texts, as they are typed; empty ones are not asked. */
const emptyDraw = { seed: '', month: '', size: String(USUAL_SIZE), programme: '', affiliate_uid: '', reason: '', currency: '' };
export type DrawDraft = typeof emptyDraw;

/** Draws, and goes to the sample with its records performed again; what was typed stays where that fails. */
export function useDraw(month: string) {
  const api = useApi();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [start] = useState<DrawDraft>({ ...emptyDraw, month });
  const [draft, setDraft] = useState(start);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  function change(name: keyof DrawDraft, text: string) {
    setDraft((before) => ({ ...before, [name]: text }));
    setProblem(null);
  }
  async function draw() {
    if (busy) return;
    setBusy(true);
    try {
      const { data } = await api.create<SampleRow>('audit-samples', { data: bodyOf(draft) });
      void queries.invalidateQueries({ queryKey: ['audit-samples'] });
      navigate(`/audit-samples/${data.id}/show`);
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }
  const dirty = Object.entries(start).some(([name, text]) => draft[name as keyof DrawDraft] !== text);
  return { draft, dirty, change, problem, busy, draw };
}

function bodyOf({ seed, size, ...filter }: DrawDraft): object {
  const named = Object.entries(filter).flatMap(([name, text]) => (text.trim() ? [[name, text.trim()]] : []));
  return { ...(seed.trim() ? { seed: seed.trim() } : {}), size: Number(size), filter: Object.fromEntries(named) };
}
