import { recallChannels, type RecallChannel, type RecallRow } from '#contract/recalls';

/** What a recall check asks. */
export interface RecallQuestion {
  uid: string;
  /** A uid, a code, or a link with a code in it. */
  inviter: string;
  via: RecallChannel;
  /** Of `<input type="datetime-local">`, meant in UTC; empty: now. */
  at: string;
}

/** The question in the page's address; what is missing there is empty. */
export function questionOf(search: string): RecallQuestion {
  const query = new URLSearchParams(search);
  const via = recallChannels.find((one) => one === query.get('via')) ?? 'current_link';
  return { uid: query.get('uid') ?? '', inviter: query.get('inviter') ?? '', via, at: localOf(query.get('at') ?? '') };
}

/** The address of the check that asks this. */
export function checkPath(question: Partial<RecallQuestion>): string {
  const { uid, inviter, via, at } = question;
  const query = new URLSearchParams({
    ...(uid ? { uid } : {}),
    ...(inviter ? { inviter } : {}),
    ...(via && via !== 'current_link' ? { via } : {}),
    ...(at ? { at: instantOf(at) } : {}),
  });
  return query.size > 0 ? `/recall-check?${query}` : '/recall-check';
}

/** The check of an attempt, at the instant at which it was judged (BIN-4). */
export function checkOfAttempt({ uid, inviter_uid, inviter_code, via, attempted_at, confirmed_at }: RecallRow): string {
  return checkPath({ uid, inviter: inviter_uid ?? inviter_code, via, at: localOf(confirmed_at ?? attempted_at) });
}

/** What the API is asked; null while something is missing. */
export function eligibilityPath({ uid, inviter, via, at }: RecallQuestion): string | null {
  if (!uid || !inviter) return null;
  return `recall-eligibility?${new URLSearchParams({ uid, inviter, via, ...(at ? { at: instantOf(at) } : {}) })}`;
}

/** A pasted link stands for the code in it, and says which kind it is. */
export function readInviter(text: string): Pick<RecallQuestion, 'inviter'> & Partial<Pick<RecallQuestion, 'via'>> {
  const inviter = text.trim();
  if (!/^https?:\/\//i.test(inviter) || !URL.canParse(inviter)) return { inviter };
  const { pathname, searchParams } = new URL(inviter);
  const code = searchParams.get('ref');
  if (!code) return { inviter };
  if (pathname.endsWith('/join')) return { inviter: code, via: 'current_link' };
  if (pathname.endsWith('/register')) return { inviter: code, via: 'legacy_link' };
  return { inviter: code };
}

/** `2026-03-11T00:00:00.000Z` as the field has it; what is no instant is not taken over. */
function localOf(instant: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(instant) ? instant.slice(0, -1) : '';
}

/** The field leaves out seconds and milliseconds that are zero. */
function instantOf(local: string): string {
  const [day = '', time = ''] = local.split('T');
  const [clock = '', fraction = ''] = time.split('.');
  const seconds = clock.length === 5 ? `${clock}:00` : clock;
  return `${day}T${seconds}.${fraction.padEnd(3, '0')}Z`;
}
