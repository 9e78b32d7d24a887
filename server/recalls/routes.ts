import type { Router } from 'express';
import { z } from 'zod';
import { accountsByUid } from '../accounts/by-uid.ts';
import { parseInstant } from '../calendar.ts';
import type { Context } from '../context.ts';
import { readBody } from '../http/body.ts';
import { readRoutes } from '../lists/routes.ts';
import { Refusal } from '../refusal.ts';
import { allow } from '../session/signed-in.ts';
import { recallChannels } from './contract.ts';
import { recalledFigures } from './figures.ts';
import { recallEligibility } from './service.ts';
import { recallsSource } from './source.ts';

const eligibilityQuery = z.strictObject({
  uid: z.string().min(1).max(64),
  inviter: z.string().min(1).max(64),
  at: z.string().max(30).optional(),
  via: z.enum(recallChannels).default('current_link'),
});

export function recallsRoutes(context: Context): Router {
  const router = readRoutes(context, 'recalls', () => recallsSource);
  const { database, clock } = context;
  router.get('/recall-eligibility', allow('recalls', 'read'), async (request, response) => {
    const { uid, inviter, at, via } = readBody(eligibilityQuery, { ...request.query });
    const instant = at === undefined ? clock.now() : parseInstant(at);
    if (instant === null) throw new Refusal('bad_request', { field: 'at' }, 'at is no instant, such as 2026-03-11T00:00:00.000Z.');
    response.json(await database.snapshot((connection) => recallEligibility(connection, { uid, inviter, at: instant, via })));
  });
  router.get('/affiliates/:uid/recalled', allow('recalls', 'read'), async (request, response) => {
    const uid = String(request.params.uid);
    const account = (await accountsByUid(database.read, [uid])).get(uid);
    if (!account) throw new Refusal('not_found');
    response.json(await database.snapshot((connection) => recalledFigures(connection, account.id, clock.now())));
  });
  return router;
}
