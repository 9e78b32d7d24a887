import { Router } from 'express';
import type { Context } from '../context.ts';
import { decisionBodies, withReason, withRemark } from '../transitions/contract.ts';
import { exportPayout } from '../exports/exports.ts';
import { recordExport } from '../exports/made.ts';
import { writeChunks } from '../exports/stream.ts';
import { readBody } from '../http/body.ts';
import { decideEach } from '../http/each.ts';
import { rowById } from '../lists/page.ts';
import { parseId } from '../lists/parse.ts';
import { readRoutes } from '../lists/routes.ts';
import { actorOf, allow, roleOf } from '../session/signed-in.ts';
import { stopBody } from './contract.ts';
import { previewRelease, releasePayout, settleConflicts } from './service.ts';
import { payoutLinesSource, payoutsSource, payoutStopsSource } from './source.ts';
import { decideResume, requestResume, stopPayouts } from './stops.ts';

/** Batches, their lines, and the stop for all payouts (PAY-1 to PAY-3, PAY-7). */
export function payoutRoutes(context: Context): Router {
  const router = Router();
  router.use(batchRoutes(context), lineRoutes(context), stopRoutes(context));
  return router;
}

function batchRoutes(context: Context): Router {
  const { database, clock } = context;
  const router = readRoutes(context, 'payouts', payoutsSource);
  router.get('/payouts/:id/release-preview', allow('payouts', 'read'), async (request, response) => {
    const id = Number(parseId('payouts', request.params['id']));
    response.json(await previewRelease(database, clock, actorOf(request), id));
  });
  router.get('/payouts/:id/export.csv', allow('payouts', 'export'), async (request, response) => {
    const id = parseId('payouts', request.params['id']);
    const chunks = await exportPayout(database.read, id);
    await recordExport(database, clock, actorOf(request), { subject_type: 'payouts', subject_id: id });
    response.type('text/csv').set('Content-Disposition', `attachment; filename="payout-${id}.csv"`);
    if (await writeChunks(chunks, response)) response.end();
  });
  router.post('/payouts/release', allow('payouts', 'release'), async (request, response) => {
    const { ids, comment } = readBody(withRemark.many, request.body);
    response.json({ results: await decideEach(ids, (id) => releasePayout(database, clock, actorOf(request), id, comment ?? null)) });
  });
  router.post('/payouts/:id/release', allow('payouts', 'release'), async (request, response) => {
    const id = parseId('payouts', request.params['id']);
    const { comment } = readBody(withRemark.one, request.body);
    await releasePayout(database, clock, actorOf(request), Number(id), comment ?? null);
    response.json(await rowById(database.read, payoutsSource(clock.now()), id, roleOf(request)));
  });
  return router;
}

function lineRoutes(context: Context): Router {
  const { database, clock } = context;
  const router = readRoutes(context, 'payout-lines', () => payoutLinesSource);
  router.post('/payout-lines/:id/settle', allow('payout-lines', 'settle'), async (request, response) => {
    const id = parseId('payout-lines', request.params['id']);
    const { comment } = readBody(withReason.one, request.body);
    await settleConflicts(database, clock, actorOf(request), Number(id), comment);
    response.json(await rowById(database.read, payoutLinesSource, id, roleOf(request)));
  });
  return router;
}

function stopRoutes(context: Context): Router {
  const { database, clock } = context;
  const router = readRoutes(context, 'payout-stops', () => payoutStopsSource);
  router.post('/payout-stops', allow('payout-stops', 'create'), async (request, response) => {
    const { reason } = readBody(stopBody, request.body);
    const id = await stopPayouts(database, clock, actorOf(request), reason);
    response.status(201).json(await rowById(database.read, payoutStopsSource, String(id), roleOf(request)));
  });
  router.post('/payout-stops/:id/resume', allow('payout-stops', 'resume'), async (request, response) => {
    const id = parseId('payout-stops', request.params['id']);
    const { comment } = readBody(withReason.one, request.body);
    await requestResume(database, clock, actorOf(request), Number(id), comment);
    response.json(await rowById(database.read, payoutStopsSource, id, roleOf(request)));
  });
  for (const verb of ['approve', 'reject'] as const) {
    router.post(`/payout-stops/:id/${verb}`, allow('payout-stops', verb), async (request, response) => {
      const id = parseId('payout-stops', request.params['id']);
      const { comment } = readBody(decisionBodies[verb].one, request.body);
      await decideResume(database, clock, actorOf(request), Number(id), verb, comment ?? null);
      response.json(await rowById(database.read, payoutStopsSource, id, roleOf(request)));
    });
  }
  return router;
}
