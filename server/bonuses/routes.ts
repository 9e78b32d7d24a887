import type { Router } from 'express';
import type { Context } from '../context.ts';
import { readRoutes } from '../lists/routes.ts';
import { bonusesSource } from './source.ts';

/** Bonuses are read; runs award them, payouts and the feed distribute them. */
export function bonusesRoutes(context: Context): Router {
  return readRoutes(context, 'bonuses', bonusesSource);
}
