import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Express } from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute, row } from '../../db/statement.ts';
import { demoPassword } from '../../seeds/demo/staff.ts';
import { createApp } from '../../server/http/app.ts';
import { openConsole, type Person, type TestConsole } from '../api/console.ts';

/** ATTACKS, "Sessions and pages", and line 26. */

let desk: TestConsole;
let app: Express;
let server: Server;
const folder = mkdtempSync(join(tmpdir(), 'attacks-page-'));

beforeAll(async () => {
  desk = await openConsole();
  mkdirSync(join(folder, 'assets', 'deep'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<script nonce="__CSP_NONCE__"></script>');
  writeFileSync(join(folder, 'assets', 'main-1.js'), 'export {}');
  app = createApp(desk.context, { clientFolder: folder });
  server = createServer(app).listen(0, '127.0.0.1');
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
  await desk.close();
});

const signIn = { email: 'operations@demo.test', password: demoPassword };
const cookieOf = (answer: { headers: Record<string,
  unknown> }): string => String(answer.headers['set-cookie']).split(';')[0] as string;

describe('line 19: sessions', () => {
  it('a session id that was there before signing in is none afterwards, whoever planted it', async () => {
    const victim = await desk.signIn('support');
    const planted = victim.cookie;
    const answer = await request(app).post('/api/session').set('Cookie',
      `${planted}; session=${'B'.repeat(43)}`).send(signIn);
    expect(answer.status).toBe(200);
    expect(cookieOf(answer)).not.toBe(planted);
    expect((await request(app).get('/api/session').set('Cookie', planted)).status).toBe(401);
  });

  it('after signing out, after another password, and after both at once, the old cookie is worth nothing', async () => {
    const [one, other] = [await desk.signIn('compliance'), await desk.signIn('compliance')];
    expect((await one.delete('/api/session')).status).toBe(204);
    expect((await request(app).get('/api/session').set('Cookie', one.cookie)).status).toBe(401);
    expect((await request(app).get('/api/session').set('Cookie', other.cookie)).status).toBe(200);
    const hash = createHash('sha256').update('a token').digest('hex');
    await desk.context.database.transaction((transaction) => execute(
      transaction, `UPDATE staff SET setup_token_hash = :hash, setup_token_until = 9000000000000 WHERE email = 'compliance@demo.test'`, { hash },
    ));
    expect((await request(app).post('/api/session/password').send({ token: 'a token',
      password: 'another long password' })).status).toBe(204);
    expect((await request(app).get('/api/session').set('Cookie', other.cookie)).status).toBe(401);
    expect((await request(app).post('/api/session').send({ email: 'compliance@demo.test',
      password: demoPassword })).status).toBe(401);
  });

  it('the cookie: HttpOnly, SameSite=Strict, for this host alone, Secure behind TLS', async () => {
    const plain = String((await request(app).post('/api/session').send(signIn)).headers['set-cookie']);
    expect(plain).toMatch(/HttpOnly/);
    expect(plain).toMatch(/SameSite=Strict/);
    expect(plain).not.toMatch(/Domain=/i);
    const tls = String((await request(app).post('/api/session').set('X-Forwarded-Proto',
      'https').send(signIn)).headers['set-cookie']);
    expect(tls).toMatch(/; Secure/);
    expect(tls.match(/session=/g)).toHaveLength(1);
  });

  it.each(['', 'session', 'session=', 'session=x', `session=${'x'.repeat(4000)}`, "session=' OR 1=1 --",
    `session=${'A'.repeat(42)}%00`, `session=${'A'.repeat(43)};session=${'A'.repeat(43)}`,
    'Session=x', '__proto__=x', `session="${'A'.repeat(43)}"`])('a cookie like %j opens nothing', async (cookie) => {
    const { status, body } = await request(app).get('/api/affiliates').set('Cookie', cookie);
    expect([status, body.error.code]).toEqual([401, 'unauthenticated']);
  });

  it('a session id is taken from the cookie alone', async () => {
    const person = await desk.signIn('operations');
    const secret = person.cookie.slice('session='.length);
    for (const [name, value] of [['Authorization', `Bearer ${secret}`], ['X-Session', secret], ['X-CSRF-Token',
      person.csrfToken]] as const) {
      expect((await request(app).get('/api/session').set(name, value)).status).toBe(401);
    }
    expect((await request(app).get(`/api/session?session=${secret}`)).status).toBe(401);
  });
});

describe('line 20: from another site', () => {
  const forms = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x',
    'text/plain;application/json', 'application/json-patch+json', 'application/xml'];
  const paths: [string, object][] = [
    ['/api/session', signIn], ['/api/session/password', { token: 'x', password: 'a long enough password' }],
      ['/api/tier-reviews/1/approve', { comment: 'long enough to pass' }],
    ['/api/tier-reviews/approve', { ids: ['1'], comment: 'long enough to pass' }], ['/api/runs', { kind: 'commission',
      day: '2026-01-31' }],
    ['/api/reveals', { resource: 'affiliates', id: 'x', fields: ['email'], reason: 'long enough to pass' }],
      ['/api/imports?feed=trades', {}],
  ];
  let person: Person;
  beforeAll(async () => {
    person = await desk.signIn('operations');
  });

  it.each(paths)('POST %s as a form is refused, with and without the token', async (path, body) => {
    for (const type of forms) {
      for (const token of [person.csrfToken, undefined]) {
        const post = person.agent.post(path).serialize(() => JSON.stringify(body)).set('Content-Type', type);
        const answer = await (token === undefined ? post : post.set('X-CSRF-Token', token)).send(body);
        expect([400, 403, 415], `${type} ${answer.text}`).toContain(answer.status);
      }
    }
  });

  it.each(paths.slice(2))('POST %s without a token, with a foreign or an odd one is refused', async (path, body) => {
    const other = await desk.signIn('operations2');
    for (const token of [undefined, '', ' ', 'null', 'undefined', other.csrfToken, person.csrfToken.slice(0, -1),
      `${person.csrfToken}x`, person.csrfToken.toUpperCase(), 'A'.repeat(1000)]) {
      const post = person.agent.post(path);
      const answer = await (token === undefined ? post : post.set('X-CSRF-Token', token)).send(body);
      expect([answer.status, answer.body.error.code], String(token)).toEqual([403, 'bad_csrf_token']);
    }
    // Nor in the address or the body.
    const hidden = await person.agent.post(`${path}${path.includes('?') ? '&' : '?'}csrf_token=${person.csrfToken}`).send({ ...body, csrf_token: person.csrfToken });
    expect(hidden.status).toBe(403);
  });

  it('no answer invites another origin', async () => {
    for (const path of ['/api/session', '/api/affiliates', '/healthz', '/']) {
      const answer = await person.agent.get(path).set('Origin', 'https://evil.test');
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
    const preflight = await request(app).options('/api/runs').set({ Origin: 'https://evil.test',
      'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'x-csrf-token' });
    expect(Object.keys(preflight.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    expect(preflight.status).toBeGreaterThanOrEqual(400);
  });

  it('another method does not get round the token', async () => {
    for (const method of ['put', 'patch', 'delete', 'options'] as const) {
      expect((await person.agent[method]('/api/session')).status).toBe(403);
    }
  });
});

describe('line 22: redirects', () => {
  it.each(['//evil.test', '//evil.test/', '///evil.test/%2e%2e', '/%2f%2fevil.test', '/%5c%5cevil.test', '/\\evil.test',
    '//evil.test/..', '/assets', '//evil.test/assets', '/assets/deep', '/assets//evil.test/',
    '/assets/..//evil.test', '/login?next=//evil.test', '/login?redirect=https://evil.test',
      '/?next=javascript:alert(1)', '/api', '/api/', '/api//evil.test',
      '/http://evil.test'])('GET %s goes nowhere else', async (path) => {
    const { status, headers } = await raw(`GET ${path} HTTP/1.1`);
    expect(status).toBeLessThan(500);
    if (headers.location !== undefined) {
      const target = new URL(headers.location, 'http://console.test/');
      expect(target.host).toBe('console.test');
      expect(target.protocol).toBe('http:');
    }
  });

  it('a host of the caller’s choosing is in no answer', async () => {
    for (const path of ['/', '/assets', '/api/session', '/api/openapi.json']) {
      const { text, headers } = await request(app).get(path).set('Host', 'evil.test').set('X-Forwarded-Host',
        'evil.test');
      expect(`${text}${JSON.stringify(headers)}`).not.toContain('evil.test');
    }
  });
});

describe('line 23: framing and scripts from elsewhere', () => {
  it('a strict policy stands on every answer, errors, files and exports too', async () => {
    const person = await desk.signIn('operations');
    const nonces = new Set<string>();
    const paths = ['/', '/login', '/assets/main-1.js', '/assets/none.js', '/api/nothing', '/api/affiliates',
      '/api/affiliates.csv', '/api/affiliates?range=x', '/healthz', '/metrics', '/api/openapi.json', '/%E0%A4%A'];
    for (const path of paths) {
      const { headers } = await request(app).get(path).set('Cookie', person.cookie);
      const csp = String(headers['content-security-policy']);
      expect(csp, path).toContain("default-src 'none'");
      for (const part of ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]) expect(csp,
        path).toContain(part);
      expect(csp, path).not.toMatch(/unsafe-|\*|https?:|blob:/);
      expect(headers['x-frame-options'], path).toBe('DENY');
      expect(headers['x-content-type-options'], path).toBe('nosniff');
      nonces.add(/'nonce-([^']+)'/.exec(csp)?.[1] as string);
    }
    expect(nonces.size).toBe(paths.length);
  });

  it('the page has the nonce of its answer, whatever the address holds', async () => {
    for (const path of ['/', '/__CSP_NONCE__', '/?x="><script>alert(1)</script>',
      '/affiliates/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E']) {
      const { text, headers } = await request(app).get(path);
      const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1];
      expect(text).toBe(`<script nonce="${nonce}"></script>`);
    }
  });

  it('JSON is never taken for a page: what is refused is sent as JSON, with markup kept as text', async () => {
    const person = await desk.signIn('operations');
    for (const path of ['/api/<script>alert(1)</script>', '/api/affiliates?%3Cscript%3E=1',
      '/api/affiliates?filter={"<img src=x onerror=alert(1)>":1}', '/api/affiliates/%3Cb%3E']) {
      const { headers, status } = await request(app).get(path).set('Cookie', person.cookie);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(headers['content-type']).toMatch(/^application\/json/);
    }
  });

  it.each(['/assets/../package.json', '/assets/%2e%2e/index.html', '/..%2fpackage.json',
    '/assets/..%5c..%5cpackage.json', '/.env', '/.git/config', '/assets/%00', '/assets/main-1.js%00.html',
    '/assets/....//x'])('no file outside the page: %s', async (path) => {
    const { status, text } = await raw(`GET ${path} HTTP/1.1`);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/"dependencies"|\[core\]/);
  });
});

describe('line 26: bodies', () => {
  let person: Person;
  beforeAll(async () => {
    person = await desk.signIn('operations');
  });
  const post = (text: string | Buffer, headers: Record<string, string> = {},
    path = '/api/runs') => person.agent.post(path).set('X-CSRF-Token', person.csrfToken)
    .set({ 'Content-Type': 'application/json', ...headers }).serialize((body) => body as string).send(text);

  it('too large, too deep, packed, or none', async () => {
    expect((await post(`{"kind":"${'x'.repeat(200_000)}"}`)).status).toBe(413);
    expect((await post(`${'{"a":'.repeat(15_000)}1${'}'.repeat(15_000)}`)).status).toBe(400);
    expect((await post(`{"ids":${'['.repeat(40_000)}${']'.repeat(40_000)}}`)).status).toBe(400);
    for (const encoding of ['gzip', 'deflate', 'br', 'identity, gzip', 'zstd', 'x']) {
      const answer = await post(gzipSync(Buffer.alloc(20_000_000)), { 'Content-Encoding': encoding });
      expect([400, 413, 415], encoding).toContain(answer.status);
    }
    for (const text of ['', ' ', '{', '[]', 'null', '"x"', '1', 'NaN', '{"kind":}', '{"kind":"commission"', '\u0000',
      '\ufeff{}']) {
      const { status } = await post(text);
      expect([400, 422], JSON.stringify(text)).toContain(status);
    }
    for (const type of ['application/json; charset=utf-16', 'application/json; charset=x',
      'application/json; charset=utf-7']) {
      const { status } = await post('{}', { 'Content-Type': type });
      expect([400, 415, 422], type).toContain(status);
    }
  });

  it('of a stranger is not read, however large', async () => {
    const answer = await request(app).post('/api/runs').set('Content-Type',
      'application/json').send(`{"a":"${'x'.repeat(5_000_000)}"}`).catch(() => ({ status: 401 }));
    expect(answer.status).toBe(401);
  });

  it('that ends early, or says a wrong length, leaves nothing behind', async () => {
    const before = await row(desk.context.database.read, 'SELECT count(*) AS n FROM runs');
    const { status } = await raw(
      'POST /api/runs HTTP/1.1', [`Cookie: ${person.cookie}`, `X-CSRF-Token: ${person.csrfToken}`,
        'Content-Type: application/json', 'Content-Length: 2'],
      '{"kind":"commission","day":"2026-01-31"}',
    );
    expect([400, 422]).toContain(status);
    const both = await raw('POST /api/runs HTTP/1.1', ['Content-Length: 5', 'Transfer-Encoding: chunked'], '0\r\n\r\n');
    expect([400, 401]).toContain(both.status);
    expect(await row(desk.context.database.read, 'SELECT count(*) AS n FROM runs')).toEqual(before);
  });
});

/** An address just as it is written: clients would tidy it up. */
function raw(line: string, more: string[] = [], body = ''): Promise<{ status: number; headers: Record<string,
  string>; text: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    let text = '';
    socket.setTimeout(10_000, () => socket.destroy(new Error(`no answer to ${line}`)));
    socket.on('data', (chunk: Buffer) => void (text += chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = ''] = text.split('\r\n\r\n');
      const headers = Object.fromEntries(head.split('\r\n').slice(1).map((one) => [one.slice(0,
        one.indexOf(':')).toLowerCase(), one.slice(one.indexOf(':') + 2)]));
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), headers, text });
    });
    socket.write(`${[line, 'Host: console.test', 'Connection: close', ...more].join('\r\n')}\r\n\r\n${body}`);
  });
}
