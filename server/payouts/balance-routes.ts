import { Router } from 'express';
import type { Context } from '../context.ts';
import { parseId } from '../lists/parse.ts';
import { allow } from '../session/signed-in.ts';
import { balanceOf } from './balance.ts';

/** `GET /api/affiliates/:uid/balance`: PAY-5 by currency. */
export function balanceRoutes({ database, clock }: Context): Router {
  const router = Router();
  router.get('/affiliates/:uid/balance', allow('commissions', 'read'), async (request, response) => {
    const uid = parseId('affiliates', request.params['uid']);
    response.json(await database.snapshot((connection) => balanceOf(connection, uid, clock.now())));
  });
  return router;
}
