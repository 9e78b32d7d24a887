import type { ErrorRequestHandler, RequestHandler } from 'express';
import { isBusy } from '../../db/sqlite.ts';
import { isResource } from '../policy/contract.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';

/** What the HTTP library itself refuses (bodies, URLs, files), by status. */
const byStatus: Record<number, RefusalCode> = {
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'too_large_body',
  415: 'bad_media_type',
};
/**
 * The database is away, busy, or asks to try again: PostgreSQL's connection classes, serialization, deadlock;
 * Node's own.
 */
const passing =
  /^(08\w{3}|57P\w{2}|53\w{3}|40001|40P01|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|SQLITE_BUSY|SQLITE_FULL|SQLITE_IOERR)$/;

/** Any error as a Refusal; null for what nobody foresaw. */
function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (!(error instanceof Error)) return null;
  const { status, code } = error as Error & { status?: unknown; code?: unknown };
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new Refusal(byStatus[status] ?? 'bad_request');
  if (error.name === 'KnexTimeoutError' || isBusy(error) || (typeof code === 'string' && passing.test(code))) {
    return new Refusal('unavailable');
  }
  return null;
}

/**
 * An error for the log. A database's message holds the statement with its values, personal data among them:
 * of such an error only its kind, code and place are kept.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table } = error as Error & Record<string, unknown>;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const message = code === undefined ? error.message : undefined;
  return { type: error.name, code, constraint, table, message, stack: frames.join('\n') };
}

/** Anything under /api that no router answered. */
export function nothingHere(): RequestHandler {
  return (request) => {
    const [, first = '', , more] = request.path.split('/');
    if (request.method !== 'GET' && isResource(first) && more === undefined) throw new Refusal('method_not_allowed');
    throw new Refusal('not_found');
  };
}

/** The one place where an error becomes an answer: `{"error":{code, message, details}}` (CONTRACT 3). */
export function errorHandler(): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    let refusal = asRefusal(error);
    if (refusal === null) {
      request.log.error({ err: error }, 'unexpected error');
      refusal = new Refusal('internal', { id: String(request.id) });
    }
    const { code, message, details, status } = refusal;
    if (typeof details.retry_after_s === 'number') response.set('Retry-After', String(details.retry_after_s));
    response.status(status).json({ error: { code, message, details } });
  };
}
