import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { describeError } from './errors.ts';

const quiet = new Set(['/healthz', '/readyz', '/metrics']);

function pathOf(url: string): string {
  return url.split('?')[0] as string;
}

/**
 * One line per request: method, path, status, time. No query (searches name people), no headers (cookies, tokens),
 * no bodies. None where nothing is new (304): a page asks for that every few seconds. The request's id is ours, never the client's, and goes out as X-Request-Id.
 */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: (_request, response) => {
      const id = randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    autoLogging: { ignore: (request) => quiet.has(pathOf(request.url ?? '')) },
    customLogLevel: (_request, { statusCode }) => (statusCode >= 500 ? 'warn' : statusCode === 304 ? 'silent' : 'info'),
    serializers: {
      req: (request: { id: unknown; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: pathOf(request.url),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      err: describeError,
    },
    // Else the serializers get what pino already serialized, an error's message included.
    wrapSerializers: false,
  });
}
