import type { CookieOptions, Request, Response } from 'express';
import { isLoopback } from '../settings.ts';

const NAME = 'session';
const valueForm = /^[A-Za-z0-9_-]{43}$/;

/** The session id that the browser brought, or null. */
export function readSessionCookie(request: Request): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value = ''] = part.trim().split('=', 2);
    if (name === NAME && valueForm.test(value)) return value;
  }
  return null;
}

export function setSessionCookie(request: Request, response: Response, secret: string): void {
  response.cookie(NAME, secret, attributes(request));
}

export function clearSessionCookie(request: Request, response: Response): void {
  response.clearCookie(NAME, attributes(request));
}

function attributes(request: Request): CookieOptions {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure: isBehindTls(request) };
}

/** A proxy on this machine may say that the browser came over TLS: believing it can only make the cookie stricter. */
function isBehindTls(request: Request): boolean {
  if (request.secure) return true;
  return isLoopback(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-proto'] === 'https';
}
