import type { Router } from 'express';
import type { Context } from '../context.ts';
import { withReason } from '../transitions/contract.ts';
import { readBody } from '../http/body.ts';
import { decideEach } from '../http/each.ts';
import { rowById } from '../lists/page.ts';
import { parseId } from '../lists/parse.ts';
import { readRoutes } from '../lists/routes.ts';
import { actorOf, allow, roleOf } from '../session/signed-in.ts';
import { dossierOf } from './dossier.ts';
import { decideTierReview } from './service.ts';
import { tierReviewSource } from './source.ts';

export function tierReviewRoutes(context: Context): Router {
  const router = readRoutes(context, 'tier-reviews', tierReviewSource);
  const { database, clock } = context;
  router.get('/tier-reviews/:id/dossier', allow('tier-reviews', 'read'), async (request, response) => {
    const id = parseId('tier-reviews', request.params.id);
    const review = await rowById(database.read, tierReviewSource(clock.now()), id, roleOf(request));
    response.json({ review, ...(await dossierOf(database.read, Number(id))) });
  });
  for (const verb of ['approve', 'reject'] as const) {
    router.post(`/tier-reviews/${verb}`, allow('tier-reviews', verb), async (request, response) => {
      const { ids, comment } = readBody(withReason.many, request.body);
      const results = await decideEach(ids, (id) => decideTierReview(database, clock, actorOf(request), id, verb, comment));
      response.json({ results });
    });
    router.post(`/tier-reviews/:id/${verb}`, allow('tier-reviews', verb), async (request, response) => {
      const id = parseId('tier-reviews', request.params.id);
      const { comment } = readBody(withReason.one, request.body);
      await decideTierReview(database, clock, actorOf(request), Number(id), verb, comment);
      response.json(await rowById(database.read, tierReviewSource(clock.now()), id, roleOf(request)));
    });
  }
  return router;
}
