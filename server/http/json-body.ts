import express, { type Request, type RequestHandler } from 'express';
import { Refusal } from '../refusal.ts';

const LIMIT_BYTES = 100 * 1024;
const MAX_DEPTH = 20;
const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype']);
const unsafeText = /\0|\p{Surrogate}/u;
/** Routes that read their own body, as CSV. */
const csvPaths = new Set(['/imports']);

/**
 * Bodies are JSON of at most 100 kB, uncompressed, or nothing; the import takes CSV and reads it itself.
 * What comes through holds no name that reaches a prototype, no NUL, no half of a character, and is nested at most
 * 20 deep.
 */
export function jsonBody(): RequestHandler[] {
  return [
    (request, _response, next) => {
      if (hasBody(request) && !request.is('application/json') && !isCsvUpload(request))
        throw new Refusal('bad_media_type');
      next();
    },
    express.json({ limit: LIMIT_BYTES, strict: true, inflate: false, type: 'application/json' }),
    (request, _response, next) => {
      refuseUnsafe(request.body, 0);
      next();
    },
  ];
}

function hasBody(request: Request): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
}

function isCsvUpload(request: Request): boolean {
  return request.method === 'POST' && csvPaths.has(request.path) && Boolean(request.is('text/csv'));
}

function refuseUnsafe(value: unknown, depth: number): void {
  if (typeof value === 'string') refuseText(value);
  if (typeof value !== 'object' || value === null) return;
  if (depth >= MAX_DEPTH) throw new Refusal('bad_request', {}, 'The body is nested too deeply.');
  for (const [name, member] of Object.entries(value)) {
    if (forbiddenNames.has(name)) throw new Refusal('bad_request', { field: name }, `${name} is no field.`);
    refuseText(name);
    refuseUnsafe(member, depth + 1);
  }
}

function refuseText(text: string): void {
  if (unsafeText.test(text)) throw new Refusal('bad_request', {}, 'A text holds a character that is not allowed.');
}
