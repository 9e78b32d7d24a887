import type { Request, RequestHandler } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What the process says of itself. Its collectors watch every collection of garbage and tick of the clock as long as it lives: one set of them. */
let ofProcess: Registry | undefined;

/** A registry of its own per app: two apps in one process (tests) share nothing but what the process says of itself. */
export function createRegistry(): Registry {
  if (!ofProcess) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return Registry.merge([ofProcess]);
}

/** Counts and times requests by the route's pattern, never by the path: ids would make a series each. */
export function measureRequests(registry: Registry): RequestHandler {
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  return (request, response, next) => {
    const done = seconds.startTimer({ method: request.method });
    response.once('finish', () => done({ route: routeOf(request), status: response.statusCode }));
    next();
  };
}

function routeOf(request: Request): string {
  const { route } = request as { route?: { path?: unknown } };
  return typeof route?.path === 'string' ? request.baseUrl + route.path : 'none';
}
