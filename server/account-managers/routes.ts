import { Router } from 'express';
import { affiliatesSource } from '../affiliates/store.ts';
import type { Context } from '../context.ts';
import { readBody } from '../http/body.ts';
import { rowById } from '../lists/page.ts';
import { parseId } from '../lists/parse.ts';
import { actorOf, allow, roleOf } from '../session/signed-in.ts';
import { newAccountManager } from './contract.ts';
import { assignManager, possibleManagers } from './service.ts';

/** ENR-8: who looks after whom. */
export function accountManagersRoutes({ database, clock }: Context): Router {
  const router = Router();
  router.get('/account-managers', allow('affiliates', 'account-manager'), async (_request, response) => {
    response.json(await possibleManagers(database.read));
  });
  router.post('/affiliates/:uid/account-manager', allow('affiliates', 'account-manager'), async (request, response) => {
    const uid = parseId('affiliates', request.params.uid);
    await assignManager(database, clock, actorOf(request), { uid, ...readBody(newAccountManager, request.body) });
    response.json(await rowById(database.read, affiliatesSource(clock.now()), uid, roleOf(request)));
  });
  return router;
}
