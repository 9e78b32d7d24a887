import type { Router } from 'express';
import type { Context } from '../context.ts';
import { readRoutes } from '../lists/routes.ts';
import { evaluationsSource } from './store.ts';

export function evaluationsRoutes(context: Context): Router {
  return readRoutes(context, 'evaluations', () => evaluationsSource);
}
