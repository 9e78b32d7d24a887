import type { Router } from 'express';
import type { Context } from '../context.ts';
import { readBody } from '../http/body.ts';
import { rowById } from '../lists/page.ts';
import { parseId } from '../lists/parse.ts';
import { readRoutes } from '../lists/routes.ts';
import { actorOf, allow, roleOf } from '../session/signed-in.ts';
import { bulkDecisionBody, decisionBody } from './contract.ts';
import { dossierOf } from './dossier.ts';
import { decideTierReview, decideTierReviews } from './service.ts';
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
      const { ids, comment } = readBody(bulkDecisionBody, request.body);
      response.json({ results: await decideTierReviews(database, clock, actorOf(request), ids, verb, comment) });
    });
    router.post(`/tier-reviews/:id/${verb}`, allow('tier-reviews', verb), async (request, response) => {
      const id = parseId('tier-reviews', request.params.id);
      const { comment } = readBody(decisionBody, request.body);
      await decideTierReview(database, clock, actorOf(request), Number(id), verb, comment);
      response.json(await rowById(database.read, tierReviewSource(clock.now()), id, roleOf(request)));
    });
  }
  return router;
}
