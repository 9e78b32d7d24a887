import type { Router } from 'express';
import type { Context } from '../context.ts';
import { nothing, readBody } from '../http/body.ts';
import { rowById } from '../lists/page.ts';
import { readRoutes } from '../lists/routes.ts';
import { actorOf, allow, roleOf } from '../session/signed-in.ts';
import { newAuditCheck } from './contract.ts';
import { chainState, checkChain } from './service.ts';
import { auditChecksSource } from './source.ts';

export function auditChecksRoutes(context: Context): Router {
  const router = readRoutes(context, 'audit-checks', () => auditChecksSource);
  router.get('/audit-chain', allow('audit-checks', 'read'), async (request, response) => {
    readBody(nothing, { ...request.query });
    response.json(await chainState(context, roleOf(request)));
  });
  router.post('/audit-checks', allow('audit-checks', 'create'), async (request, response) => {
    readBody(newAuditCheck, request.body);
    const id = await checkChain(context, actorOf(request));
    response.status(201).json(await rowById(context.database.read, auditChecksSource, String(id), roleOf(request)));
  });
  return router;
}
