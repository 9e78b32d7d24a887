import { staffReasonCodes, statusChangeKinds, type StatusChangeKind } from '#contract/status-changes';
import { emptyDraft, type Draft } from './draft.ts';

/** What a page fills in for the request that it leads to. */
export interface Prefilled {
  affiliate_uid: string;
  kind?: StatusChangeKind;
  reason_code?: (typeof staffReasonCodes)[number];
  /** http(s) addresses. */
  evidence?: readonly string[];
}

/** The page on which a change is asked for, with what is known of it already. */
export function requestPath({ affiliate_uid, kind, reason_code, evidence = [] }: Prefilled): string {
  const query = new URLSearchParams({ affiliate_uid, ...(kind ? { kind } : {}), ...(reason_code ? { reason_code } : {}) });
  for (const address of evidence) query.append('evidence', address);
  return `/status-changes/create?${query}`;
}

/** What such an address fills in. Of the lists only their own values; nothing is sent before somebody has looked at it. */
export function draftOf(search: string): Draft {
  const query = new URLSearchParams(search);
  const kind = statusChangeKinds.find((one) => one === query.get('kind')) ?? '';
  const reason_code = staffReasonCodes.find((one) => one === query.get('reason_code')) ?? '';
  const evidence = query.getAll('evidence').map((address) => address.replace(/\s+/g, ' ').trim()).join('\n');
  return { ...emptyDraft(query.get('affiliate_uid') ?? '', kind), reason_code, evidence };
}

/** The address of a page of the console for who is not on it, such as who decides on evidence. */
export function pageAddress(path: string): string {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}#${path}`;
}
