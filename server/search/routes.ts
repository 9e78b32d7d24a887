import { Router } from 'express';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { actorOf, roleOf } from '../session/signed-in.ts';
import { MAX_SEARCH_LENGTH } from './contract.ts';
import { search } from './service.ts';

/** The omnibox: `GET /api/search?q`. */
export function searchRoutes(context: Context): Router {
  const router = Router();
  router.get('/search', async (request, response) => {
    const asked = request.query.q;
    const word = typeof asked === 'string' ? asked.trim() : '';
    if (word === '' || word.length > MAX_SEARCH_LENGTH || word.includes('\0')) {
      throw new Refusal('bad_request', { field: 'q' }, `q is no text of 1 to ${MAX_SEARCH_LENGTH} characters.`);
    }
    response.json(await search(context, actorOf(request), roleOf(request), word));
  });
  return router;
}
