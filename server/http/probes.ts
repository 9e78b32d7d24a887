import { Router } from 'express';
import type { Registry } from 'prom-client';
import { row } from '../../db/statement.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';

/**
 * `/healthz`: the process lives. `/readyz`: it may get requests (not stopping, the database answers). `/metrics`:
 * Prometheus.
 */
export function probeRoutes(context: Context, registry: Registry, isStopping: () => boolean): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    if (isStopping()) throw new Refusal('unavailable');
    try {
      await row(context.database.read, 'SELECT 1 AS one FROM audit_head');
    } catch {
      throw new Refusal('unavailable');
    }
    response.json({ status: 'ready' });
  });
  router.get('/metrics', async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  });
  return router;
}
