import { Router } from 'express';
import type { Context } from '../context.ts';
import { readBody } from '../http/body.ts';
import { rowById } from '../lists/page.ts';
import { parseId } from '../lists/parse.ts';
import { readRoutes } from '../lists/routes.ts';
import { actorOf, allow, roleOf } from '../session/signed-in.ts';
import { concludeBody, newSample, signOffBody } from './contract.ts';
import { concludeRecord, drawSample, signOff } from './service.ts';
import { sampleRecordsSource, samplesSource } from './source.ts';

export function auditSamplesRoutes(context: Context): Router {
  const { read } = context.database;
  const router = Router();
  router.use(readRoutes(context, 'audit-samples', () => samplesSource), readRoutes(context, 'audit-sample-records', () => sampleRecordsSource));
  router.post('/audit-samples', allow('audit-samples', 'create'), async (request, response) => {
    const id = await drawSample(context, actorOf(request), readBody(newSample, request.body));
    response.status(201).json(await rowById(read, samplesSource, String(id), roleOf(request)));
  });
  router.post('/audit-samples/:id/sign-off', allow('audit-samples', 'sign-off'), async (request, response) => {
    const id = parseId('audit-samples', request.params['id']);
    await signOff(context, actorOf(request), Number(id), readBody(signOffBody, request.body));
    response.json(await rowById(read, samplesSource, id, roleOf(request)));
  });
  router.post('/audit-sample-records/:id/conclude', allow('audit-sample-records', 'conclude'), async (request, response) => {
    const id = parseId('audit-sample-records', request.params['id']);
    await concludeRecord(context, actorOf(request), Number(id), readBody(concludeBody, request.body));
    response.json(await rowById(read, sampleRecordsSource, id, roleOf(request)));
  });
  return router;
}
