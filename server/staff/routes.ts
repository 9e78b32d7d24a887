import type { Router } from 'express';
import type { Context } from '../context.ts';
import { readRoutes } from '../lists/routes.ts';
import { staffSource } from './source.ts';

export function staffRoutes(context: Context): Router {
  return readRoutes(context, 'staff', () => staffSource);
}
