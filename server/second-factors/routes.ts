import { Router, type Request } from 'express';
import type { Context } from '../context.ts';
import { readBody } from '../http/body.ts';
import { actorOf, signedIn } from '../session/signed-in.ts';
import { withPassword } from '../session/with-password.ts';
import * as contract from './contract.ts';
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor, secondFactorOf } from './service.ts';

/** `/api/session/second-factor`: one's own. */
export function secondFactorRoutes(context: Context): Router {
  const router = Router();
  const staffId = (request: Request) => signedIn(request).staff.id;

  router.get('/session/second-factor', async (request, response) => {
    response.json(await secondFactorOf(context, staffId(request)));
  });

  router.post('/session/second-factor', async (request, response) => {
    const { password } = readBody(contract.newSecondFactor, request.body);
    response.status(201).json(await withPassword(context, request, password, (member) => beginSecondFactor(context, member)));
  });

  router.put('/session/second-factor', async (request, response) => {
    const { code } = readBody(contract.confirmSecondFactor, request.body);
    await confirmSecondFactor(context, actorOf(request), staffId(request), code);
    response.status(204).end();
  });

  router.delete('/session/second-factor', async (request, response) => {
    const { password, code } = readBody(contract.removeSecondFactor, request.body);
    await withPassword(context, request, password, ({ id }) => removeSecondFactor(context, actorOf(request), id, code));
    response.status(204).end();
  });

  return router;
}
