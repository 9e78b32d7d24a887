import type { RequestHandler } from 'express';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { readSessionCookie } from './cookie.ts';
import { isAlive, isSameOrigin, TOUCH_EVERY_MS } from './rules.ts';
import { keyed, sameSecret } from './secrets.ts';
import { signedIn } from './signed-in.ts';
import { findSession, touchSession } from './store.ts';

/** What needs no session: everything else under /api does, whatever a router forgets. */
const open = new Set(['POST /session', 'POST /session/password', 'GET /session/demo']);
const safeMethods = new Set(['GET', 'HEAD']);

/** Finds out who a request comes from; asks the database each time, so that a session ends everywhere at once. */
export function withSession(context: Context): RequestHandler {
  const { database, clock, settings, log } = context;
  const touching = new Set<string>();
  return async (request, _response, next) => {
    const secret = readSessionCookie(request);
    const session =
      secret === null ? undefined : await findSession(database.read, keyed(settings.sessionSecret, 'session', secret));
    const now = clock.now();
    if (session && isAlive(session, now)) {
      const { sid, staff_id: id, email, name, role, language } = session;
      request.signedIn = { sid, csrfToken: session.csrf_token, staff: { id, email, name, role, language } };
      // A page that asks again by itself keeps no session alive whose person has gone.
      const byItself = request.get('X-Unattended') === '1';
      if (!byItself && now - session.touched_at > TOUCH_EVERY_MS && !touching.has(sid)) {
        // Nobody waits for it: reading goes on while somebody else holds the write lock.
        touching.add(sid);
        void database
          .transaction((transaction) => touchSession(transaction, sid, now))
          .catch((error: unknown) => log.warn({ err: error }, 'session not touched'))
          .finally(() => touching.delete(sid));
      }
    }
    next();
  };
}

export function requireSession(): RequestHandler {
  return (request, _response, next) => {
    if (!open.has(`${request.method} ${request.path}`)) signedIn(request);
    next();
  };
}

/** Every method but GET brings the session's token; what has no session yet comes from the page's own origin. */
export function requireCsrfToken(): RequestHandler {
  return (request, _response, next) => {
    if (safeMethods.has(request.method)) {
      next();
      return;
    }
    if (open.has(`${request.method} ${request.path}`)) {
      const [origin, host, fetchSite] = [request.get('origin'), request.get('host'), request.get('sec-fetch-site')];
      if (!isSameOrigin({ origin, host, fetchSite })) throw new Refusal('bad_origin');
      if (!request.is('application/json')) throw new Refusal('bad_media_type');
    } else if (!sameSecret(request.get('x-csrf-token') ?? '', signedIn(request).csrfToken)) {
      throw new Refusal('bad_csrf_token');
    }
    next();
  };
}
