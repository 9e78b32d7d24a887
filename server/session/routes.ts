import { Router } from 'express';
import { demoPassword, demoStaff } from '../../seeds/demo/staff.ts';
import type { Context } from '../context.ts';
import { readBody } from '../http/body.ts';
import { Refusal } from '../refusal.ts';
import { chooseLanguage, setPassword } from '../staff/service.ts';
import { languageBody, setPasswordBody, signInBody, type DemoSignIns } from './contract.ts';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from './cookie.ts';
import { signIn, signOut, viewOf } from './service.ts';
import { actorOf, signedIn } from './signed-in.ts';

/** `/api/session` (CONTRACT 3). */
export function sessionRoutes(context: Context): Router {
  const router = Router();

  router.post('/session', async (request, response) => {
    const { email, password, code } = readBody(signInBody, request.body);
    const opened = await signIn(context, {
      email,
      password,
      code,
      address: request.ip ?? '',
      previous: readSessionCookie(request),
      requestId: String(request.id),
    });
    setSessionCookie(request, response, opened.secret);
    response.json(opened.view);
  });

  router.get('/session', (request, response) => {
    response.json(viewOf(signedIn(request)));
  });

  router.put('/session/language', async (request, response) => {
    const { language } = readBody(languageBody, request.body);
    await chooseLanguage(context, language, actorOf(request));
    response.status(204).end();
  });

  router.delete('/session', async (request, response) => {
    await signOut(context, signedIn(request), actorOf(request));
    clearSessionCookie(request, response);
    response.status(204).end();
  });

  router.post('/session/password', async (request, response) => {
    const { token, password } = readBody(setPasswordBody, request.body);
    await setPassword(context, { token, password, requestId: String(request.id) });
    response.status(204).end();
  });

  router.get('/session/demo', (_request, response) => {
    if (!context.settings.demo) throw new Refusal('not_found');
    const answer: DemoSignIns = {
      password: demoPassword,
      staff: demoStaff.map(({ email, role, name }) => ({ email, role, name })),
    };
    response.json(answer);
  });

  return router;
}
