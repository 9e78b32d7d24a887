import { HttpError, type AuthProvider } from 'react-admin';
import type { SessionView } from '#contract/session';
import { ask } from '../api/http.ts';
import { queries } from '../api/queries.ts';
import { csrfToken, forgetSession, keepSession, readSession } from '../api/session.ts';
import { forgetSearches } from '../list/search-text.ts';
import { canDo } from './access.ts';

export interface Credentials {
  email: string;
  password: string;
  /** The second factor, where one is due. */
  code?: string;
}

let leaving = false;

/** The sign-in page is there. */
export function arriveAtSignIn(): void {
  leaving = false;
}

/** Sign-in, the session's end, and what a role may do: the last from the one policy that the server obeys, too. */
export const authProvider: AuthProvider = {
  async login(credentials: Credentials) {
    const { body } = await ask<SessionView>('session', { method: 'POST', json: credentials });
    // The page that was left may have gone on asking on its way out, and holds refusals for answers.
    queries.clear();
    keepSession(body);
  },

  async logout() {
    // react-admin signs out anew each time it renders on the way to the sign-in page, and each time starts that way
    // over: the first is enough, the others wait for the page that is coming.
    if (leaving) return new Promise<never>(() => undefined);
    leaving = true;
    try {
      if (csrfToken()) await ask('session', { method: 'DELETE' });
    } catch {
      // The session may have ended already: there is nothing left to end.
    }
    forgetSession();
    forgetSearches();
    return undefined;
  },

  async checkAuth() {
    await readSession();
  },

  checkError(error: unknown) {
    if (!(error instanceof HttpError) || error.status !== 401) return Promise.resolve();
    forgetSession();
    return Promise.reject(error);
  },

  async getIdentity() {
    const { staff } = await readSession();
    return { id: staff.id, fullName: staff.name, email: staff.email, role: staff.role, language: staff.language };
  },

  async getPermissions() {
    try {
      return (await readSession()).staff.role;
    } catch (error) {
      // A refusal here would lead from every page to the sign-in, also from the one on which a new member chooses a password.
      if (error instanceof HttpError && error.status === 401) return null;
      throw error;
    }
  },

  async canAccess({ resource, action }) {
    try {
      return canDo((await readSession()).staff.role, resource, action);
    } catch {
      // Nobody is signed in any more: the page's own question finds that out and leads to the sign-in page.
      return true;
    }
  },
};
