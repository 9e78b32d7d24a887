import type { Router } from 'express';
import type { Context } from '../context.ts';
import { parseId } from '../lists/parse.ts';
import { readRoutes } from '../lists/routes.ts';
import { allow, roleOf } from '../session/signed-in.ts';
import { invitationOf } from './invitation.ts';
import { referralsSource } from './store.ts';

export function referralsRoutes(context: Context): Router {
  const { database, clock } = context;
  const router = readRoutes(context, 'referrals', referralsSource);
  router.get('/affiliates/:uid/invitation', allow('referrals', 'read'), async (request, response) => {
    const uid = parseId('affiliates', request.params['uid']);
    response.json(await database.snapshot((connection) => invitationOf(connection, uid, roleOf(request), clock.now())));
  });
  return router;
}
