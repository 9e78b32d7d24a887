import type { Router } from 'express';
import type { Context } from '../context.ts';
import { decisionBodies } from '../transitions/contract.ts';
import { readBody } from '../http/body.ts';
import { rowById } from '../lists/page.ts';
import { parseId } from '../lists/parse.ts';
import { readRoutes } from '../lists/routes.ts';
import { actorOf, allow, roleOf } from '../session/signed-in.ts';
import { newOverride } from './contract.ts';
import { feedProgress } from './progress.ts';
import { decideOverride, requestOverride } from './service.ts';
import { manifestSource } from './source.ts';

/** Manifests and the overrides of two people (PAY-8); the id of a verb is the manifest's. */
export function manifestRoutes(context: Context): Router {
  const router = readRoutes(context, 'manifests', () => manifestSource);
  const { database, clock } = context;
  router.get('/feeds/progress', allow('manifests', 'read'), async (_request, response) => {
    response.json(await feedProgress(database.read, clock.now()));
  });
  router.post('/manifests', allow('manifests', 'create'), async (request, response) => {
    const { manifest_id, reason } = readBody(newOverride, request.body);
    const id = parseId('manifests', manifest_id);
    await requestOverride(database, clock, actorOf(request), Number(id), reason);
    response.status(201).json(await rowById(database.read, manifestSource, id, roleOf(request)));
  });
  for (const verb of ['approve', 'reject'] as const) {
    router.post(`/manifests/:id/${verb}`, allow('manifests', verb), async (request, response) => {
      const id = parseId('manifests', request.params.id);
      const { comment } = readBody(decisionBodies[verb].one, request.body);
      await decideOverride(database, clock, actorOf(request), Number(id), verb, comment ?? null);
      response.json(await rowById(database.read, manifestSource, id, roleOf(request)));
    });
  }
  return router;
}
