import type { Router } from 'express';
import type { Context } from '../context.ts';
import { withRemark } from '../transitions/contract.ts';
import { readBody } from '../http/body.ts';
import { decideEach } from '../http/each.ts';
import { rowById } from '../lists/page.ts';
import { parseId } from '../lists/parse.ts';
import { readRoutes } from '../lists/routes.ts';
import { actorOf, allow, roleOf } from '../session/signed-in.ts';
import { contentRejection, newContentReview } from './contract.ts';
import { decideContent, submitContent, type ContentDecision } from './service.ts';
import { contentReviewSource } from './source.ts';

type Read<Answer> = (body: unknown) => Answer;

/** What each verb reads, of one and of many. */
const decisions: Record<'approve' | 'reject', { one: Read<ContentDecision>; many: Read<{ ids: string[]; decision: ContentDecision }> }> = {
  approve: {
    one: (body) => ({ verb: 'approve', comment: readBody(withRemark.one, body).comment ?? null }),
    many: (body) => {
      const { ids, comment } = readBody(withRemark.many, body);
      return { ids, decision: { verb: 'approve', comment: comment ?? null } };
    },
  },
  reject: {
    one: (body) => ({ verb: 'reject', ...readBody(contentRejection.one, body) }),
    many: (body) => {
      const { ids, ...why } = readBody(contentRejection.many, body);
      return { ids, decision: { verb: 'reject', ...why } };
    },
  },
};

export function contentReviewsRoutes(context: Context): Router {
  const router = readRoutes(context, 'content-reviews', contentReviewSource);
  const { database, clock } = context;
  router.post('/content-reviews', allow('content-reviews', 'create'), async (request, response) => {
    const id = await submitContent(database, clock, actorOf(request), readBody(newContentReview, request.body));
    response.status(201).json(await rowById(database.read, contentReviewSource(clock.now()), String(id), roleOf(request)));
  });
  for (const verb of ['approve', 'reject'] as const) {
    const read = decisions[verb];
    router.post(`/content-reviews/${verb}`, allow('content-reviews', verb), async (request, response) => {
      const { ids, decision } = read.many(request.body);
      response.json({ results: await decideEach(ids, (id) => decideContent(database, clock, actorOf(request), id, decision)) });
    });
    router.post(`/content-reviews/:id/${verb}`, allow('content-reviews', verb), async (request, response) => {
      const id = parseId('content-reviews', request.params.id);
      await decideContent(database, clock, actorOf(request), Number(id), read.one(request.body));
      response.json(await rowById(database.read, contentReviewSource(clock.now()), id, roleOf(request)));
    });
  }
  return router;
}
