import type { Router } from 'express';
import type { Context } from '../context.ts';
import { readRoutes } from '../lists/routes.ts';
import { auditSource } from './source.ts';

export function auditRoutes(context: Context): Router {
  return readRoutes(context, 'audit-events', () => auditSource);
}
