import type { Router } from 'express';
import type { Context } from '../context.ts';
import { readBody } from '../http/body.ts';
import { readRoutes } from '../lists/routes.ts';
import { actorOf, allow, roleOf } from '../session/signed-in.ts';
import { revealBody } from './contract.ts';
import { reveal } from './service.ts';
import { revealsSource } from './source.ts';

export function revealsRoutes(context: Context): Router {
  const router = readRoutes(context, 'reveals', () => revealsSource);
  router.post('/reveals', allow('reveals', 'create'), async (request, response) => {
    response.json(await reveal(context, actorOf(request), roleOf(request), readBody(revealBody, request.body)));
  });
  return router;
}
