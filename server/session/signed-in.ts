import type { Request, RequestHandler } from 'express';
import type { Actor } from '../audit/contract.ts';
import type { Language } from '../explanations/contract.ts';
import { may, type Resource, type Role, type Verb } from '../policy/contract.ts';
import { Refusal } from '../refusal.ts';

/** Who a request comes from, as the session says and the staff table confirms on every request. */
export interface SignedIn {
  /** The stored (keyed) form of the session's id. */
  sid: string;
  csrfToken: string;
  staff: { id: number; email: string; name: string; role: Role; language: Language | null };
}

declare global {
  // Express's own place for what a middleware finds out about a request.
  namespace Express {
    interface Request {
      signedIn?: SignedIn;
    }
  }
}

/** Throws `unauthenticated`: there is no way to a role but through a session. */
export function signedIn(request: Request): SignedIn {
  if (!request.signedIn) throw new Refusal('unauthenticated');
  return request.signedIn;
}

export function roleOf(request: Request): Role {
  return signedIn(request).staff.role;
}

export function actorOf(request: Request): Actor {
  const { staff } = signedIn(request);
  return { staff_id: staff.id, name: staff.email, role: staff.role, request_id: String(request.id) };
}

/** Throws `forbidden` unless the policy gives the role this verb. */
export function demand(request: Request, resource: Resource, verb: Verb): void {
  if (!may(roleOf(request), resource, verb)) throw new Refusal('forbidden', { resource, verb });
}

/** The guard in front of a route: `router.get('/runs', allow('runs', 'read'), …)`. */
export function allow(resource: Resource, verb: Verb): RequestHandler {
  return (request, _response, next) => {
    demand(request, resource, verb);
    next();
  };
}
