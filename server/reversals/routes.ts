import type { Router } from 'express';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { withPreview, withReason } from '../transitions/contract.ts';
import { readBody } from '../http/body.ts';
import { decideEach } from '../http/each.ts';
import { rowById } from '../lists/page.ts';
import { parseId } from '../lists/parse.ts';
import { readRoutes } from '../lists/routes.ts';
import { actorOf, allow, roleOf } from '../session/signed-in.ts';
import { bulkNewReversal, newReversal } from './contract.ts';
import { approveReversal, previewReversal, rejectRequest, requestReversal } from './service.ts';
import { requestSource } from './source.ts';

const resource = 'reversals';

type NewOrMany = z.infer<typeof newReversal> | z.infer<typeof bulkNewReversal>;


export function reversalRoutes(context: Context): Router {
  const { database, clock } = context;
  const source = requestSource(resource);
  const router = readRoutes(context, resource, () => source);
  router.get(`/${resource}/:id/preview`, allow(resource, 'read'), async (request, response) => {
    response.json(await previewReversal(database.read, Number(parseId(resource, request.params.id))));
  });
  router.post(`/${resource}`, allow(resource, 'create'), async (request, response) => {
    const many = typeof request.body === 'object' && request.body !== null && 'record_ids' in request.body;
    const body = readBody(many ? bulkNewReversal : newReversal, request.body) as NewOrMany;
    if ('record_ids' in body) {
      const { record_ids, ...why } = body;
      response.json({ results: await decideEach(record_ids, (_id, record_id) => requestReversal(database, clock, actorOf(request), { record_id, ...why })) });
      return;
    }
    const id = await requestReversal(database, clock, actorOf(request), body);
    response.status(201).json(await rowById(database.read, source, String(id), roleOf(request)));
  });
  router.post(`/${resource}/approve`, allow(resource, 'approve'), async (request, response) => {
    const { ids, comment, previews } = readBody(withPreview.many, request.body);
    const results = await decideEach(ids, (id, shown) =>
      approveReversal(database, clock, actorOf(request), id, { comment, preview: Object.hasOwn(previews, shown) ? (previews[shown] as string) : '' }));
    response.json({ results });
  });
  router.post(`/${resource}/reject`, allow(resource, 'reject'), async (request, response) => {
    const { ids, comment } = readBody(withReason.many, request.body);
    response.json({ results: await decideEach(ids, (id) => rejectRequest(database, clock, actorOf(request), resource, id, comment)) });
  });
  router.post(`/${resource}/:id/approve`, allow(resource, 'approve'), async (request, response) => {
    const id = parseId(resource, request.params.id);
    await approveReversal(database, clock, actorOf(request), Number(id), readBody(withPreview.one, request.body));
    response.json(await rowById(database.read, source, id, roleOf(request)));
  });
  router.post(`/${resource}/:id/reject`, allow(resource, 'reject'), async (request, response) => {
    const id = parseId(resource, request.params.id);
    await rejectRequest(database, clock, actorOf(request), resource, Number(id), readBody(withReason.one, request.body).comment);
    response.json(await rowById(database.read, source, id, roleOf(request)));
  });
  return router;
}
