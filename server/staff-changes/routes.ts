import type { Router } from 'express';
import type { Context } from '../context.ts';
import { withReason, withRemark } from '../transitions/contract.ts';
import { readBody } from '../http/body.ts';
import { rowById } from '../lists/page.ts';
import { parseId } from '../lists/parse.ts';
import { readRoutes } from '../lists/routes.ts';
import { actorOf, allow, roleOf } from '../session/signed-in.ts';
import { newStaffChange } from './contract.ts';
import { approveStaffChange, askStaffChange, closeStaffChange } from './service.ts';
import { staffChangeSource } from './source.ts';

const closing = { reject: withReason.one, cancel: withRemark.one };

/** One at a time: an approval hands out a token, and there are never more than a few. */
export function staffChangesRoutes(context: Context): Router {
  const router = readRoutes(context, 'staff-changes', () => staffChangeSource);
  const { read } = context.database;
  router.post('/staff-changes', allow('staff-changes', 'create'), async (request, response) => {
    const id = await askStaffChange(context, actorOf(request), readBody(newStaffChange, request.body));
    response.status(201).json(await rowById(read, staffChangeSource, String(id), roleOf(request)));
  });
  router.post('/staff-changes/:id/approve', allow('staff-changes', 'approve'), async (request, response) => {
    const id = parseId('staff-changes', request.params.id);
    const { comment } = readBody(withRemark.one, request.body);
    const invitation = await approveStaffChange(context, actorOf(request), Number(id), comment ?? null);
    response.json({ ...(await rowById(read, staffChangeSource, id, roleOf(request))), ...(invitation ? { invitation } : {}) });
  });
  for (const verb of ['reject', 'cancel'] as const) {
    router.post(`/staff-changes/:id/${verb}`, allow('staff-changes', verb), async (request, response) => {
      const id = parseId('staff-changes', request.params.id);
      const { comment } = readBody(closing[verb], request.body);
      await closeStaffChange(context, actorOf(request), Number(id), verb, comment ?? null);
      response.json(await rowById(read, staffChangeSource, id, roleOf(request)));
    });
  }
  return router;
}
