import type { Router } from 'express';
import type { Context } from '../context.ts';
import { readRoutes } from '../lists/routes.ts';
import { rulebooksSource } from './store.ts';

export function rulebooksRoutes(context: Context): Router {
  return readRoutes(context, 'rulebooks', () => rulebooksSource);
}
