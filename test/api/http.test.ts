import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { Router } from 'express';
import request from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../server/http/app.ts';
import { Refusal } from '../../server/refusal.ts';
import { openConsole, type TestConsole } from './console.ts';

/** Routes that fail in the ways that routes can. */
function faultyRoutes(): Router {
  const router = Router();
  router.post('/echo', (incoming, response) => void response.json(incoming.body));
  router.get('/things/:id', (_incoming, response) => void response.json({}));
  router.get('/fails/plain', () => {
    throw new Error('something about marta@example.test');
  });
  router.get('/fails/database', async () => {
    const message = `insert into account_identities (email) values ('marta@example.test') - SQLITE_CONSTRAINT: UNIQUE`;
    throw Object.assign(new Error(message), { code: 'SQLITE_CONSTRAINT', detail: 'Key (email)=(marta@example.test)' });
  });
  router.get('/fails/busy', () => {
    throw Object.assign(new Error('begin - SQLITE_BUSY: database is locked'), { code: 'SQLITE_BUSY' });
  });
  router.get('/fails/connection', () => {
    throw Object.assign(new Error('terminating connection'), { code: '57P01' });
  });
  router.get('/fails/refusal', () => {
    throw new Refusal('stale', { tier: 1 });
  });
  router.get('/fails/oddly', () => {
    throw 'a string';
  });
  return router;
}

let desk: TestConsole;
beforeEach(async () => {
  desk = await openConsole({}, [faultyRoutes()]);
});
afterEach(() => desk.close());

describe('a body', () => {
  const send = async (text: string | Buffer, headers: Record<string, string> = {}) => {
    const person = await desk.signIn('operations');
    const sending = person.agent
      .post('/api/echo')
      .set('X-CSRF-Token', person.csrfToken)
      .set('Content-Type', 'application/json');
    return sending
      .set(headers)
      .serialize((body) => body as string)
      .send(text);
  };

  it('of 100 kB is taken, above it not', async () => {
    expect((await send(JSON.stringify({ a: 'x'.repeat(100_000) }))).status).toBe(200);
    const answer = await send(JSON.stringify({ a: 'x'.repeat(110_000) }));
    expect(answer.status).toBe(413);
    expect(answer.body.error.code).toBe('too_large_body');
  });

  it.each([
    ['{', 400],
    ['"x"', 400],
    ['{"a":{"__proto__":{"role":"admin"}}}', 400],
    ['{"constructor":{"prototype":{}}}', 400],
    ['{"a":"x\\u0000"}', 400],
    ['{"a\\u0000":1}', 400],
    ['{"a":"\\ud800"}', 400],
    [`{"a":${'['.repeat(21)}${']'.repeat(21)}}`, 400],
    [`${'['.repeat(45_000)}${']'.repeat(45_000)}`, 400],
    [`{"a":${'['.repeat(10)}${']'.repeat(10)}}`, 200],
  ])('%#: %i', async (text, status) => {
    const answer = await send(text);
    expect(answer.status).toBe(status);
    if (status === 400) expect(answer.body.error.code).toBe('bad_request');
  });

  it.each([
    [{ 'Content-Type': 'text/plain' }],
    [{ 'Content-Type': 'text/csv' }],
    [{ 'Content-Type': 'application/x-www-form-urlencoded' }],
    [{ 'Content-Type': 'application/json; charset=iso-8859-1' }],
  ])('is JSON only: %o', async (headers) => {
    expect((await send('{"a":1}', headers)).status).toBe(415);
  });

  it('is not unpacked', async () => {
    const bomb = gzipSync(JSON.stringify({ a: '0'.repeat(50_000_000) }));
    expect((await send(bomb, { 'Content-Encoding': 'gzip' })).status).toBe(415);
  });

  it('of somebody without a session is not even read', async () => {
    expect((await request(desk.app).post('/api/echo').set('Content-Type', 'application/json').send('{')).status).toBe(
      401,
    );
  });
});

describe('an error', () => {
  const get = async (path: string) => (await desk.signIn('operations')).agent.get(path);

  it.each(['plain', 'database', 'oddly'])(
    'that nobody foresaw (%s) is a 500 with an id and nothing else',
    async (kind) => {
      const answer = await get(`/api/fails/${kind}`);
      expect(answer.status).toBe(500);
      expect(answer.body).toEqual({
        error: {
          code: 'internal',
          message: 'Something went wrong on our side.',
          details: { id: answer.headers['x-request-id'] },
        },
      });
      expect(desk.logged()).toContain(answer.headers['x-request-id']);
    },
  );

  it('of the database leaves no values in the log', async () => {
    await get('/api/fails/database');
    expect(desk.logged()).toContain('SQLITE_CONSTRAINT');
    expect(desk.logged()).not.toContain('marta');
  });

  it.each(['busy', 'connection'])('of a database that is away (%s) is a 503', async (kind) => {
    expect((await get(`/api/fails/${kind}`)).status).toBe(503);
  });

  it('that was refused says why', async () => {
    const answer = await get('/api/fails/refusal');
    expect(answer.status).toBe(409);
    expect(answer.body).toEqual({
      error: { code: 'stale', message: 'What this was asked about has changed since.', details: { tier: 1 } },
    });
  });

  it.each([
    ['/api/nothing', 404],
    ['/api/things/%E0%A4%A', 400],
    ['/api/things/x%00', 400],
    ['/api/things/1?q=%00', 400],
    ['/api/..%2f..%2fetc/passwd', 404],
  ])('GET %s is %i', async (path, status) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.body.error.code).toBe(status === 404 ? 'not_found' : 'bad_request');
  });
});

describe('the log', () => {
  it('holds no query, cookie, token, password or claimed id', async () => {
    const person = await desk.signIn('operations');
    const answer = await person.agent
      .get('/api/nothing?filter={"q":"marta@example.test"}')
      .set('X-Request-Id', 'chosen');
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    const text = desk.logged();
    expect(text).toContain('"path":"/api/nothing"');
    for (const secret of ['marta', 'chosen', person.csrfToken, person.cookie, 'demo-Password-1'])
      expect(text).not.toContain(secret);
  });
});

describe('every answer', () => {
  it('forbids framing, foreign scripts and sniffing, with a nonce of its own', async () => {
    const [one, other] = [await request(desk.app).get('/healthz'), await request(desk.app).get('/healthz')];
    const csp = String(one.headers['content-security-policy']);
    expect(csp).toMatch(
      /default-src 'none';script-src 'self' 'nonce-[\w+/=]{24}';style-src 'self' 'nonce-[\w+/=]{24}'/,
    );
    expect(csp).toContain("frame-ancestors 'none'");
    expect(csp).not.toMatch(/unsafe|\*|https?:/);
    expect(other.headers['content-security-policy']).not.toBe(csp);
    expect(one.headers['x-frame-options']).toBe('DENY');
    expect(one.headers['x-content-type-options']).toBe('nosniff');
    expect(one.headers['x-powered-by']).toBeUndefined();
  });
});

describe('probes', () => {
  it('tell life, readiness and figures without a session', async () => {
    expect((await request(desk.app).get('/healthz')).body).toEqual({ status: 'ok' });
    expect((await request(desk.app).get('/readyz')).body).toEqual({ status: 'ready' });
    const metrics = await request(desk.app).get('/metrics');
    expect(metrics.text).toContain('http_request_duration_seconds_count{method="GET",route="/healthz",status="200"} 1');
  });

  it('say no where the process stops or the database is away', async () => {
    const stopping = createApp(desk.context, { isStopping: () => true });
    expect((await request(stopping).get('/readyz')).status).toBe(503);
    const read = { ...desk.context.database, read: (() => undefined) as never };
    const away = createApp({ ...desk.context, database: read });
    expect((await request(away).get('/readyz')).status).toBe(503);
    expect((await request(away).get('/healthz')).status).toBe(200);
  });
});

describe('the page', () => {
  let folder: string;
  let app: ReturnType<typeof createApp>;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'page-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<script nonce="__CSP_NONCE__"></script><meta nonce="__CSP_NONCE__">');
    await writeFile(join(folder, 'assets', 'main-1a2b.js'), 'export {}');
    await writeFile(join(folder, 'assets', 'main-1a2b.js.br'), brotliCompressSync('export {}'));
    await writeFile(join(folder, 'favicon.svg'), '<svg/>');
    app = createApp(desk.context, { clientFolder: folder });
  });
  afterEach(() => rm(folder, { recursive: true }));

  it.each(['/', '/affiliates/u1/show', '/index.html', '/login'])(
    'stands at %s with the nonce of the answer',
    async (path) => {
      const answer = await request(app).get(path);
      const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1];
      expect(answer.text).toBe(`<script nonce="${nonce}"></script><meta nonce="${nonce}">`);
      expect(answer.headers['cache-control']).toBe('no-cache');
    },
  );

  it('keeps its assets for ever and does not stand in for missing ones', async () => {
    const asset = await request(app).get('/assets/main-1a2b.js');
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await request(app).get('/favicon.svg')).status).toBe(200);
    const missing = await request(app).get('/assets/gone.js');
    expect(missing.status).toBe(404);
    expect(missing.body.error.code).toBe('not_found');
    expect((await request(app).get('/assets/..%2f..%2fpackage.json')).status).toBeGreaterThanOrEqual(400);
    expect((await request(app).post('/')).status).toBe(404);
  });

  it.each([['br, gzip', 'br'], ['gzip', undefined], ['identity', undefined]])('hands an asset to who accepts %s', async (accepted, encoding) => {
    const asset = await request(app).get('/assets/main-1a2b.js').set('Accept-Encoding', accepted);
    expect(asset.headers['content-encoding']).toBe(encoding);
    expect(asset.headers['content-type']).toMatch(/^text\/javascript/);
    expect(asset.headers.vary).toMatch(/Accept-Encoding/);
    expect(asset.text).toBe('export {}');
  });

  it('does not answer for the API', async () => {
    expect((await request(app).get('/api/nothing')).body.error.code).toBe('unauthenticated');
    expect((await request(createApp(desk.context, { clientFolder: '/nowhere' })).get('/')).status).toBe(404);
  });
});

describe('GET /api/openapi.json', () => {
  it('describes the resources and who may use them', async () => {
    const { body } = await request(desk.app).get('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(body.paths['/api/tier-reviews/{id}/approve'].post.description).toBe('Roles: operations. pending → approved');
    expect(body.paths['/api/session'].post.requestBody.content['application/json'].schema.required).toEqual([
      'email',
      'password',
    ]);
    expect(JSON.stringify(body)).not.toContain('password_hash');
  });
});
