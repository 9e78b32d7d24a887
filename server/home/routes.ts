import { Router } from 'express';
import type { Context } from '../context.ts';
import { actorOf, roleOf } from '../session/signed-in.ts';
import { homeOf } from './service.ts';

/** The first screen is everybody's; what a role may not read is null in it. */
export function homeRoutes({ database, clock }: Context): Router {
  const router = Router();
  router.get('/home', async (request, response) => {
    response.json(await homeOf(database.read, { role: roleOf(request), name: actorOf(request).name }, clock.now()));
  });
  return router;
}
