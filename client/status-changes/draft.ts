import { MIN_WORDS } from '#contract/transitions';
import type { NewStatusChange, StatusChangeKind } from '#contract/status-changes';
import { isHttpUrl } from '#contract/addresses';

/** A request as it is being written. */
export interface Draft {
  affiliate_uid: string;
  kind: StatusChangeKind | '';
  to: string;
  reason_code: string;
  text: string;
  /** Addresses, one a line. */
  evidence: string;
  /** Of `<input type="datetime-local">`, meant in UTC; empty: at once. */
  at: string;
  when: 'now' | 'at';
}

export type DraftField = 'affiliate_uid' | 'kind' | 'to' | 'reason_code' | 'text' | 'evidence' | 'effective_at';

export function emptyDraft(affiliate_uid: string, kind: StatusChangeKind | ''): Draft {
  return { affiliate_uid, kind, to: '', reason_code: '', text: '', evidence: '', at: '', when: 'now' };
}

/** `2026-11-21T15:00` and `2026-11-21T15:00:30`, meant in UTC, as the wire has them; null where there is none. */
export function instantOf({ when, at }: Pick<Draft, 'when' | 'at'>): string | null {
  if (when === 'now' || !at) return null;
  const seconds = at.length === 16 ? `${at}:00` : at;
  return `${seconds.slice(0, 19)}.000Z`;
}

function evidenceOf({ evidence }: Pick<Draft, 'evidence'>): string[] {
  return evidence
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The first line that is no http(s) address. */
export function badEvidence(draft: Pick<Draft, 'evidence'>): string | null {
  return evidenceOf(draft).find((address) => !isHttpUrl(address)) ?? null;
}

/** What is missing or cannot be right, before the server is asked. */
export function missingIn(draft: Draft): DraftField[] {
  const missing: DraftField[] = [];
  if (!draft.affiliate_uid.trim()) missing.push('affiliate_uid');
  if (!draft.kind) missing.push('kind');
  if (draft.kind === 'account_type' && !draft.to) missing.push('to');
  if (!draft.reason_code) missing.push('reason_code');
  if (draft.text.trim().length < MIN_WORDS) missing.push('text');
  if (draft.when === 'at' && !draft.at) missing.push('effective_at');
  if (badEvidence(draft) !== null) missing.push('evidence');
  return missing;
}

/** The body of the request; only of a draft that lacks nothing. */
export function bodyOf(draft: Draft): NewStatusChange {
  const { affiliate_uid, kind, to, reason_code, text } = draft;
  return {
    affiliate_uid: affiliate_uid.trim(),
    kind: kind as StatusChangeKind,
    ...(kind === 'account_type' ? { to: to as NonNullable<NewStatusChange['to']> } : {}),
    reason_code: reason_code as NewStatusChange['reason_code'],
    text: text.trim(),
    evidence: evidenceOf(draft),
    effective_at: instantOf(draft),
  };
}

/** The question for its effect; null while too little is known. */
export function previewQuestion(draft: Draft): string | null {
  const { affiliate_uid, kind, to } = draft;
  if (!affiliate_uid.trim() || !kind || (kind === 'account_type' && !to)) return null;
  const at = instantOf(draft);
  const query = new URLSearchParams({ affiliate_uid: affiliate_uid.trim(), kind });
  if (kind === 'account_type') query.set('to', to);
  if (at) query.set('effective_at', at);
  return `status-changes/preview?${query}`;
}
