import type { Router } from 'express';
import { z } from 'zod';
import { isDay, isMonth } from '../calendar.ts';
import type { Context } from '../context.ts';
import { readBody } from '../http/body.ts';
import { readRoutes } from '../lists/routes.ts';
import { actorOf, allow } from '../session/signed-in.ts';
import { startWorker } from '../work/start.ts';
import { runKinds } from './contract.ts';
import { runSteps } from './service.ts';
import { runSource } from './source.ts';

const newRun = z
  .strictObject({
    kind: z.enum(runKinds),
    day: z.string().refine(isDay, 'is no day').optional(),
    month: z.string().refine(isMonth, 'is no month').optional(),
    dry_run: z.boolean().optional(),
  })
  .refine((body) => (body.kind !== 'evaluation') === (body.day !== undefined), { path: ['day'], message: 'every run but an evaluation has a day' })
  .refine((body) => (body.kind === 'evaluation') === (body.month !== undefined), { path: ['month'], message: 'an evaluation has a month, no other has' });

export function runRoutes(context: Context): Router {
  const { database, clock } = context;
  const router = readRoutes(context, 'runs', () => runSource);
  router.post('/runs', allow('runs', 'create'), async (request, response) => {
    const { kind, day, month, dry_run } = readBody(newRun, request.body);
    const period = (day ?? month) as string;
    const steps = runSteps[kind];
    if (dry_run) {
      response.json({ result: await steps.dry(database, clock, period) });
      return;
    }
    const asked = clock.now();
    const run = await steps.start(database, clock, period, actorOf(request));
    if (run.state === 'running') void startWorker(context, ['run', String(run.id)], actorOf(request));
    // What had been run, or begun, before is answered alike (TIE-7, REF-7); who asks may want to know.
    if (run.started_at < asked) response.set('X-Started-Before', '1');
    response.status(202).json({ id: String(run.id) });
  });
  return router;
}
