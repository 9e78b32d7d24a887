import { HttpError } from 'react-admin';
import type { Language } from '#contract/explanations';
import type { SessionView } from '#contract/session';

let session: SessionView | null = null;
let question: Promise<SessionView> | null = null;
/** Whether the server has said that nobody is signed in: it is not asked again until somebody signs in. */
let nobody = false;

export function csrfToken(): string | null {
  return session?.csrf_token ?? null;
}

export function keepSession(fresh: SessionView): void {
  session = fresh;
  nobody = false;
}

/** The language just chosen, for whoever asks who is signed in. */
export function rememberLanguage(language: Language): void {
  if (session) session = { ...session, staff: { ...session.staff, language } };
}

export function forgetSession(): void {
  session = null;
  nobody = true;
}

/**
 * The session of this browser; asked for once, then remembered until it is forgotten. Throws 401 where there is none.
 */
export async function readSession(): Promise<SessionView> {
  if (session) return session;
  if (nobody) throw new HttpError('unauthenticated', 401);
  return renewSession();
}

/** Asks for the session anew: its token changes when somebody signs in again in another tab. */
export async function renewSession(): Promise<SessionView> {
  question ??= fetchSession();
  try {
    const fresh = await question;
    keepSession(fresh);
    return fresh;
  } finally {
    question = null;
  }
}

async function fetchSession(): Promise<SessionView> {
  const response = await fetch('/api/session', { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  const body: unknown = await response.json().catch(() => null);
  if (response.status === 401) forgetSession();
  if (!response.ok) throw new HttpError(response.statusText, response.status, body);
  return body as SessionView;
}
