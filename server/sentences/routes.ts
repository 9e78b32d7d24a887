import { Router } from 'express';
import type { Context } from '../context.ts';
import { parseId } from '../lists/parse.ts';
import { allow, roleOf } from '../session/signed-in.ts';
import { sentenceOfChange, sentenceOfLine, sentenceOfRecord, sentencesOfAffiliate } from './service.ts';

/** What customers can be told, in four languages, each beside what it is about. */
export function sentencesRoutes({ database, clock }: Context): Router {
  const router = Router();
  for (const [resource, tell] of [['commissions', sentenceOfRecord], ['payout-lines', sentenceOfLine], ['status-changes', sentenceOfChange]] as const) {
    router.get(`/${resource}/:id/sentence`, allow(resource, 'read'), async (request, response) => {
      const id = Number(parseId(resource, request.params['id']));
      response.json(await database.snapshot<unknown>((connection) => tell(connection, id, clock.now())));
    });
  }
  router.get('/affiliates/:uid/sentences', allow('affiliates', 'read'), async (request, response) => {
    const uid = parseId('affiliates', request.params['uid']);
    response.json(await database.snapshot((connection) => sentencesOfAffiliate(connection, uid, roleOf(request), clock.now())));
  });
  return router;
}
