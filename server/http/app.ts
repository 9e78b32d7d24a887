import { fileURLToPath } from 'node:url';
import compression from 'compression';
import express, { Router, type Express } from 'express';
import type { Context } from '../context.ts';
import { openApiRoutes } from '../openapi/routes.ts';
import { Refusal } from '../refusal.ts';
import { requireCsrfToken, requireSession, withSession } from '../session/guard.ts';
import { sessionRoutes } from '../session/routes.ts';
import { errorHandler, nothingHere } from './errors.ts';
import { securityHeaders } from './headers.ts';
import { jsonBody } from './json-body.ts';
import { createRegistry, measureRequests } from './metrics.ts';
import { pageRoutes } from './page.ts';
import { probeRoutes } from './probes.ts';
import { requestLog } from './request-log.ts';
import { routersOf } from './routers.ts';

export interface AppOptions {
  /** The routers under /api; default: all of the console's. */
  routers?: Router[];
  /** The built page; default: dist/client. */
  clientFolder?: string;
  /** Whether the process is on its way out, and readiness says no. */
  isStopping?: () => boolean;
}

/** The built page lies beside the built server, from the sources as from dist/. */
const builtClient = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../dist/client' : '../../client', import.meta.url),
);

export function createApp(context: Context, options: AppOptions = {}): Express {
  const app = express();
  const registry = createRegistry();
  app.disable('x-powered-by');
  app.set('trust proxy', context.settings.trustProxy ? 'loopback' : false);
  app.set('query parser', 'simple');
  app.use(requestLog(context.log), measureRequests(registry), ...securityHeaders(), compression({ level: 1 }));
  app.use((request, _response, next) => {
    if (/%00/i.test(request.url)) throw new Refusal('bad_request', {}, 'The address holds a NUL.');
    next();
  });
  app.use(probeRoutes(context, registry, options.isStopping ?? (() => false)));
  app.use('/api', apiRoutes(context, options.routers ?? routersOf(context)));
  app.use(pageRoutes(options.clientFolder ?? builtClient));
  app.use(nothingHere(), errorHandler());
  return app;
}

function apiRoutes(context: Context, routers: Router[]): Router {
  const api = Router();
  api.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  api.use(openApiRoutes());
  // Bodies are read only of who may send one: first the session and its token, then the body.
  api.use(withSession(context), requireSession(), requireCsrfToken(), ...jsonBody());
  api.use(sessionRoutes(context), ...routers, nothingHere());
  return api;
}
