import type { Router } from 'express';
import type { Context } from '../context.ts';
import { decisionBodies } from '../transitions/contract.ts';
import { readBody } from '../http/body.ts';
import { decideEach } from '../http/each.ts';
import { rowById } from '../lists/page.ts';
import { parseId } from '../lists/parse.ts';
import { readRoutes } from '../lists/routes.ts';
import { actorOf, allow, roleOf } from '../session/signed-in.ts';
import { newBoost } from './contract.ts';
import { decideBoost, requestBoost } from './service.ts';
import { boostSource } from './source.ts';

export function boostsRoutes(context: Context): Router {
  const router = readRoutes(context, 'boosts', boostSource);
  const { database, clock } = context;
  router.post('/boosts', allow('boosts', 'create'), async (request, response) => {
    const id = await requestBoost(database, clock, actorOf(request), readBody(newBoost, request.body));
    response.status(201).json(await rowById(database.read, boostSource(clock.now()), String(id), roleOf(request)));
  });
  for (const verb of ['approve', 'reject'] as const) {
    const bodies = decisionBodies[verb];
    router.post(`/boosts/${verb}`, allow('boosts', verb), async (request, response) => {
      const { ids, comment } = readBody(bodies.many, request.body);
      const results = await decideEach(ids, (id) => decideBoost(database, clock, actorOf(request), id, verb, comment ?? null));
      response.json({ results });
    });
    router.post(`/boosts/:id/${verb}`, allow('boosts', verb), async (request, response) => {
      const id = parseId('boosts', request.params.id);
      const { comment } = readBody(bodies.one, request.body);
      await decideBoost(database, clock, actorOf(request), Number(id), verb, comment ?? null);
      response.json(await rowById(database.read, boostSource(clock.now()), id, roleOf(request)));
    });
  }
  return router;
}
