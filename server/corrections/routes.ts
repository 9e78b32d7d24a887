import type { Router } from 'express';
import type { Context } from '../context.ts';
import { withReason, withRemark } from '../transitions/contract.ts';
import { readBody } from '../http/body.ts';
import { decideEach } from '../http/each.ts';
import { rowById } from '../lists/page.ts';
import { parseId } from '../lists/parse.ts';
import { readRoutes } from '../lists/routes.ts';
import { formatAmount } from '../money.ts';
import { newCorrection } from '../reversals/contract.ts';
import { knownRecord, rejectRequest } from '../reversals/service.ts';
import { requestSource } from '../reversals/source.ts';
import { actorOf, allow, roleOf } from '../session/signed-in.ts';
import { differenceOf } from '../shortfalls/difference.ts';
import { shortfallSource } from '../shortfalls/source.ts';
import type { CorrectionOffer } from './contract.ts';
import { approveCorrection, requestCorrection } from './service.ts';

const resource = 'corrections';

export function correctionRoutes(context: Context): Router {
  const { database, clock } = context;
  const source = requestSource(resource);
  const router = readRoutes(context, resource, () => source);
  router.use(readRoutes(context, 'shortfalls', () => shortfallSource));
  router.get('/commissions/:id/correction-offer', allow(resource, 'create'), async (request, response) => {
    const record = await knownRecord(database.read, String(request.params.id));
    const { decided, as_known_now, corrected, difference } = await differenceOf(database.read, record.id);
    response.json({
      record_id: String(record.id), currency: record.currency, decided: formatAmount(decided), as_known_now: formatAmount(as_known_now),
      corrected: formatAmount(corrected), difference: formatAmount(difference),
    } satisfies CorrectionOffer);
  });
  router.post(`/${resource}`, allow(resource, 'create'), async (request, response) => {
    const id = await requestCorrection(database, clock, actorOf(request), readBody(newCorrection, request.body));
    response.status(201).json(await rowById(database.read, source, String(id), roleOf(request)));
  });
  router.post(`/${resource}/approve`, allow(resource, 'approve'), async (request, response) => {
    const { ids, comment } = readBody(withRemark.many, request.body);
    response.json({ results: await decideEach(ids, (id) => approveCorrection(database, clock, actorOf(request), id, comment ?? null)) });
  });
  router.post(`/${resource}/reject`, allow(resource, 'reject'), async (request, response) => {
    const { ids, comment } = readBody(withReason.many, request.body);
    response.json({ results: await decideEach(ids, (id) => rejectRequest(database, clock, actorOf(request), resource, id, comment)) });
  });
  router.post(`/${resource}/:id/approve`, allow(resource, 'approve'), async (request, response) => {
    const id = parseId(resource, request.params.id);
    await approveCorrection(database, clock, actorOf(request), Number(id), readBody(withRemark.one, request.body).comment ?? null);
    response.json(await rowById(database.read, source, id, roleOf(request)));
  });
  router.post(`/${resource}/:id/reject`, allow(resource, 'reject'), async (request, response) => {
    const id = parseId(resource, request.params.id);
    await rejectRequest(database, clock, actorOf(request), resource, Number(id), readBody(withReason.one, request.body).comment);
    response.json(await rowById(database.read, source, id, roleOf(request)));
  });
  return router;
}
