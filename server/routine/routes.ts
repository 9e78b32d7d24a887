import { Router } from 'express';
import type { Context } from '../context.ts';
import { routineOf } from './service.ts';

/** The routine of the day is everybody's to see; its steps are started by hand through `POST /api/runs`. */
export function routineRoutes(context: Context): Router {
  const router = Router();
  router.get('/routine', async (_request, response) => {
    response.json(await routineOf(context));
  });
  return router;
}
