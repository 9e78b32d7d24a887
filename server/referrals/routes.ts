import type { Router } from 'express';
import type { Context } from '../context.ts';
import { readRoutes } from '../lists/routes.ts';
import { referralsSource } from './store.ts';

export function referralsRoutes(context: Context): Router {
  return readRoutes(context, 'referrals', referralsSource);
}
