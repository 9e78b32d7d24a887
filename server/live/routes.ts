import { Router } from 'express';
import type { Context } from '../context.ts';
import { actorOf, roleOf } from '../session/signed-in.ts';
import { liveOf, stateOf } from './service.ts';

/** What a proxy that compresses answers comes back with is marked weak. */
const tagForm = /^(?:W\/)?"(\d{1,15})"$/;

/** Everybody's, as the first screen is: what a role may not read or decide is not in it. */
export function liveRoutes({ database, clock }: Context): Router {
  const router = Router();
  router.get('/live', async (request, response) => {
    const me = { role: roleOf(request), name: actorOf(request).name };
    const [, known] = tagForm.exec(request.get('if-none-match') ?? '') ?? [];
    const since = known === undefined ? null : Number(known);
    const seq = await stateOf(database.read);
    response.set('ETag', `"${seq}"`);
    if (since === seq) {
      response.status(304).end();
      return;
    }
    response.json(await liveOf(database.read, me, { since, seq, now: clock.now() }));
  });
  return router;
}
