import type { Router } from 'express';
import type { Context } from '../context.ts';
import { withReason } from '../transitions/contract.ts';
import { readBody } from '../http/body.ts';
import { decideEach } from '../http/each.ts';
import { rowById } from '../lists/page.ts';
import { parseId } from '../lists/parse.ts';
import { readRoutes } from '../lists/routes.ts';
import { actorOf, allow, roleOf } from '../session/signed-in.ts';
import { newApplication } from './contract.ts';
import { decideApplication, fileApplication } from './service.ts';
import { applicationSource } from './source.ts';

export function applicationsRoutes(context: Context): Router {
  const router = readRoutes(context, 'applications', applicationSource);
  const { database, clock } = context;
  router.post('/applications', allow('applications', 'create'), async (request, response) => {
    const id = await fileApplication(database, clock, actorOf(request), readBody(newApplication, request.body));
    response.status(201).json(await rowById(database.read, applicationSource(clock.now()), String(id), roleOf(request)));
  });
  for (const verb of ['approve', 'reject'] as const) {
    router.post(`/applications/${verb}`, allow('applications', verb), async (request, response) => {
      const { ids, comment } = readBody(withReason.many, request.body);
      response.json({ results: await decideEach(ids, (id) => decideApplication(database, clock, actorOf(request), id, verb, comment)) });
    });
    router.post(`/applications/:id/${verb}`, allow('applications', verb), async (request, response) => {
      const id = parseId('applications', request.params.id);
      const { comment } = readBody(withReason.one, request.body);
      await decideApplication(database, clock, actorOf(request), Number(id), verb, comment);
      response.json(await rowById(database.read, applicationSource(clock.now()), id, roleOf(request)));
    });
  }
  return router;
}
