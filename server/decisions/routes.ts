import type { Router } from 'express';
import { z } from 'zod';
import { isMonth } from '../calendar.ts';
import type { Context } from '../context.ts';
import { nothing, readBody } from '../http/body.ts';
import { readRoutes } from '../lists/routes.ts';
import { Refusal } from '../refusal.ts';
import { allow } from '../session/signed-in.ts';
import { reasonUses } from './reasons.ts';
import { selfDecided } from './self-decided.ts';
import { decisionsSource } from './source.ts';

const reasonUsesQuery = z.strictObject({ month: z.unknown().optional() });

export function decisionsRoutes(context: Context): Router {
  const { database, clock } = context;
  const router = readRoutes(context, 'decisions', () => decisionsSource);
  router.get('/self-decided', allow('decisions', 'read'), async (request, response) => {
    readBody(nothing, { ...request.query });
    response.json(await selfDecided(database.read, clock.now()));
  });
  router.get('/reason-uses', allow('decisions', 'read'), async (request, response) => {
    const { month } = readBody(reasonUsesQuery, { ...request.query });
    if (typeof month !== 'string' || !isMonth(month)) throw new Refusal('bad_request', { field: 'month' }, 'month is no month, such as 2026-03.');
    response.json(await reasonUses(database.read, month));
  });
  return router;
}
