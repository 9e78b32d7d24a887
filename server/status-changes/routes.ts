import type { Router } from 'express';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { withPreview, withReason, withRemark } from '../transitions/contract.ts';
import { readBody } from '../http/body.ts';
import { decideEach } from '../http/each.ts';
import { rowById } from '../lists/page.ts';
import { parseId } from '../lists/parse.ts';
import { readRoutes } from '../lists/routes.ts';
import { accountTypes } from '../rulebooks/contract.ts';
import { actorOf, allow, roleOf } from '../session/signed-in.ts';
import { newStatusChange, statusChangeKinds } from './contract.ts';
import { approveChange, closeChange, previewOfRequest } from './decide.ts';
import { fileChange, previewChange } from './file.ts';
import { statusChangeSource } from './source.ts';

const previewQuery = z.strictObject({
  affiliate_uid: z.string().min(1).max(64),
  kind: z.enum(statusChangeKinds),
  to: z.enum(accountTypes).optional(),
  effective_at: z.string().max(30).optional(),
});

export function statusChangeRoutes(context: Context): Router {
  const { database, clock } = context;
  const resource = 'status-changes';
  // Before the row by id, which would take `preview` for one.
  const router = readRoutes(context, resource, statusChangeSource, (first) => {
    first.get(`/${resource}/preview`, allow(resource, 'create'), async (request, response) => {
      response.json(await previewChange(database, clock, readBody(previewQuery, { ...request.query })));
    });
  });
  router.get(`/${resource}/:id/preview`, allow(resource, 'read'), async (request, response) => {
    response.json(await previewOfRequest(database, clock, Number(parseId(resource, request.params.id))));
  });
  router.post(`/${resource}`, allow(resource, 'create'), async (request, response) => {
    const id = await fileChange(database, clock, actorOf(request), readBody(newStatusChange, request.body));
    response.status(201).json(await rowById(database.read, statusChangeSource(clock.now()), String(id), roleOf(request)));
  });
  router.post(`/${resource}/approve`, allow(resource, 'approve'), async (request, response) => {
    const { ids, comment, previews } = readBody(withPreview.many, request.body);
    const results = await decideEach(ids, (id, shown) =>
      approveChange(database, clock, actorOf(request), id, { comment, preview: Object.hasOwn(previews, shown) ? (previews[shown] as string) : '' }));
    response.json({ results });
  });
  for (const [verb, bodies] of [['reject', withReason], ['cancel', withRemark]] as const) {
    router.post(`/${resource}/${verb}`, allow(resource, verb), async (request, response) => {
      const { ids, comment } = readBody(bodies.many, request.body);
      response.json({ results: await decideEach(ids, (id) => closeChange(database, clock, actorOf(request), id, verb, comment ?? null)) });
    });
    router.post(`/${resource}/:id/${verb}`, allow(resource, verb), async (request, response) => {
      const id = parseId(resource, request.params.id);
      const { comment } = readBody(bodies.one, request.body);
      await closeChange(database, clock, actorOf(request), Number(id), verb, comment ?? null);
      response.json(await rowById(database.read, statusChangeSource(clock.now()), id, roleOf(request)));
    });
  }
  router.post(`/${resource}/:id/approve`, allow(resource, 'approve'), async (request, response) => {
    const id = parseId(resource, request.params.id);
    await approveChange(database, clock, actorOf(request), Number(id), readBody(withPreview.one, request.body));
    response.json(await rowById(database.read, statusChangeSource(clock.now()), id, roleOf(request)));
  });
  return router;
}
