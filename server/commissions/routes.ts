import type { Router } from 'express';
import type { Context } from '../context.ts';
import { readRoutes } from '../lists/routes.ts';
import { parseId } from '../lists/parse.ts';
import { Refusal } from '../refusal.ts';
import { allow } from '../session/signed-in.ts';
import { explainRecord, explainTrade } from '../explanations/service.ts';
import { commissionsSource } from './store.ts';

const tradeIdForm = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/;

export function commissionsRoutes(context: Context): Router {
  const router = readRoutes(context, 'commissions', commissionsSource);
  const { database } = context;
  router.get('/commissions/:id/explain', allow('commissions', 'read'), async (request, response) => {
    const id = Number(parseId('commissions', request.params['id']));
    response.json(await database.snapshot((connection) => explainRecord(connection, id)));
  });
  router.get('/trades/:trade_id/explain', allow('commissions', 'read'), async (request, response) => {
    const tradeId = String(request.params['trade_id']);
    if (!tradeIdForm.test(tradeId)) throw new Refusal('not_found');
    response.json(await database.snapshot((connection) => explainTrade(connection, tradeId)));
  });
  return router;
}
