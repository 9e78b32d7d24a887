import { useState } from 'react';
import { useLocale } from 'react-admin';
import { codeOf, detailsOf } from '../api/http.ts';
import { groupDecimal } from '../fields/decimal.ts';
import { useErrorText, useText } from '../i18n/useText.ts';
import { formField, lacksOf, regionsOf, type CampaignDraft, type Lack } from './draft.ts';

interface DraftAsked {
  start: CampaignDraft;
  /** Whether it changes what is no draft any more. */
  adjusting: boolean;
  onSend: (draft: CampaignDraft) => Promise<void>;
}

export type CampaignEditing = ReturnType<typeof useCampaignDraft>;

/** What is being written, what stands at each field, and sending it; what was typed stays where that fails. */
export function useCampaignDraft({ start, adjusting, onSend }: DraftAsked) {
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(0);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const lacks = tried > 0 ? lacksOf(draft, adjusting) : {};
  const said = useSaid(draft);
  const named = problem === null ? null : formField(fieldOfProblem(problem), draft);
  const placed = named !== null && isField(named, draft);
  const problemOf = (field: string): string | null => {
    if (placed && (named === field || (isGroup(field) && named.startsWith(`${field}.`) && !hasField(named, draft)))) return said.refusal(problem);
    const lack = lacks[field];
    return lack ? said.lack(lack) : null;
  };
  function change(part: Partial<CampaignDraft>) {
    setDraft((before) => ({ ...before, ...part }));
    setProblem(null);
  }
  async function submit() {
    setTried(tried + 1);
    if (busy || Object.keys(lacksOf(draft, adjusting)).length > 0) return;
    setBusy(true);
    setProblem(null);
    try {
      await onSend(draft);
    } catch (error) {
      setProblem(error);
      setTried(tried + 1);
      setBusy(false);
    }
  }
  const dirty = JSON.stringify(draft) !== JSON.stringify(start);
  return { start, draft, change, problemOf, unplaced: placed ? null : problem, problem, adjusting, tried, busy, submit, dirty };
}

function fieldOfProblem(problem: unknown): string {
  return String(detailsOf(problem).field ?? (codeOf(problem) === 'code_taken' ? 'code' : ''));
}

const groups = ['tasks', 'rewards'];
const isGroup = (field: string) => groups.includes(field);

/** Whether the form has a field of this name. */
function hasField(name: string, draft: CampaignDraft): boolean {
  return (name !== 'texts' && Object.hasOwn(draft, name)) || /^(tasks|rewards)\.\w+\.(amount|within_days)$|^texts\.\w+\.(title|body)$/.test(name);
}

/** Whether there is a place for it: a field of its own, or the group that it is in. */
function isField(name: string, draft: CampaignDraft): boolean {
  return hasField(name, draft) || isGroup(name.split('.')[0] ?? '');
}

function useSaid(draft: CampaignDraft) {
  const t = useText();
  const errorText = useErrorText();
  const locale = useLocale() ?? 'en';
  return {
    lack: (lack: Lack): string => {
      if (lack !== 'regions') return t(`campaigns.missing.${lack}`);
      return t('campaigns.missing.regions', { text: regionsOf(draft).find((code) => !/^[A-Z]{2}$/.test(code)) ?? '' });
    },
    refusal: (problem: unknown): string => {
      const { committed } = detailsOf(problem);
      if (codeOf(problem) === 'below_committed' && typeof committed === 'string') {
        return t('campaigns.belowCommitted', { amount: groupDecimal(committed, locale), currency: draft.currency });
      }
      // The server names the field in front of what is wrong with it; here it stands at the field.
      return errorText(problem).replace(/^[\w.]+: /, '');
    },
  };
}
