import { HttpError } from 'react-admin';
import { isAttended } from './attended.ts';
import { csrfToken, renewSession } from './session.ts';

/** What the server says when it refuses (CONTRACT 3). */
export interface ErrorBody {
  error: { code: string; message: string; details?: Record<string, unknown> };
}

export interface Answer<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

export interface Question {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  json?: unknown;
  /** A body that is no JSON, with its type. */
  raw?: { body: Blob | string; type: string };
  signal?: AbortSignal | undefined;
  /** Asked by the page itself, whoever sits before it. */
  byItself?: boolean;
  /** The state that is known already; where it holds still, the answer is 304 without a body. */
  known?: string | null;
}

/** The code of a refusal, or null where the error is of another kind (no connection, an unreadable answer). */
export function codeOf(error: unknown): string | null {
  return error instanceof HttpError ? ((error.body as ErrorBody | undefined)?.error?.code ?? null) : null;
}

/** What a refusal tells beside its code. */
export function detailsOf(error: unknown): Record<string, unknown> {
  return error instanceof HttpError ? ((error.body as ErrorBody | undefined)?.error?.details ?? {}) : {};
}

/** Asks the API. A refusal is thrown as an HttpError whose message is the server's and whose body holds the code. */
export async function ask<Body>(path: string, question: Question = {}): Promise<Answer<Body>> {
  try {
    return await send<Body>(path, question);
  } catch (error) {
    if (codeOf(error) !== 'bad_csrf_token') throw error;
    // Signed in again in another tab: the session's token has changed, the question has not.
    await renewSession();
    return send<Body>(path, question);
  }
}

async function send<Body>(path: string, question: Question): Promise<Answer<Body>> {
  const { method = 'GET', json, raw, signal } = question;
  const headers = headersOf(question);
  const response = await fetch(`/api/${path}`, {
    method,
    headers,
    credentials: 'same-origin',
    body: raw ? raw.body : json === undefined ? null : JSON.stringify(json),
    signal: signal ?? null,
  });
  const body = parse(await response.text());
  if (response.ok || response.status === 304) return { status: response.status, headers: response.headers, body: body as Body };
  const message = isErrorBody(body) ? body.error.message : response.statusText;
  throw new HttpError(message || `HTTP ${response.status}`, response.status, body);
}

function headersOf({ method = 'GET', json, raw, byItself = false, known = null }: Question): Headers {
  const headers = new Headers({ Accept: 'application/json' });
  const token = csrfToken();
  if (method !== 'GET' && token) headers.set('X-CSRF-Token', token);
  if (byItself || !isAttended()) headers.set('X-Unattended', '1');
  if (known !== null) headers.set('If-None-Match', known);
  if (json !== undefined) headers.set('Content-Type', 'application/json');
  if (raw) headers.set('Content-Type', raw.type);
  return headers;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isErrorBody(body: unknown): body is ErrorBody {
  return typeof (body as ErrorBody | null)?.error?.message === 'string';
}
