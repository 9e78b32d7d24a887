import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listen } from '../../server/http/listen.ts';
import { openConsole, type TestConsole } from './console.ts';

let desk: TestConsole;
beforeEach(async () => {
  desk = await openConsole({ PORT: '0' });
});
afterEach(() => desk.close());

describe('listen', () => {
  it('answers on one port and stops, idle connections too', async () => {
    const server = await listen(desk.context);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await server.close();
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  it('takes a filter of a thousand ids, and refuses one of seventy thousand', async () => {
    const server = await listen(desk.context);
    const ask = (count: number) => {
      const filter = JSON.stringify({
        id: Array.from({ length: count }, (_, n) => `account-${String(n).padStart(40, '0')}`),
      });
      return fetch(`${server.url}/api/affiliates?filter=${encodeURIComponent(filter)}`);
    };
    expect((await ask(1000)).status).toBe(401);
    expect((await ask(70_000)).status).toBe(431);
    await server.close();
  });

  it('fails clearly where the port is taken', async () => {
    const server = await listen(desk.context);
    const port = Number(new URL(server.url).port);
    await expect(listen({ ...desk.context, settings: { ...desk.context.settings, port } })).rejects.toThrow(
      'EADDRINUSE',
    );
    await server.close();
  });

  it('ends within ten seconds although somebody never finishes a request', { timeout: 10_000 }, async () => {
    const server = await listen(desk.context);
    const slow = connect(Number(new URL(server.url).port), '127.0.0.1');
    await new Promise<void>((resolve) => slow.once('connect', () => resolve()));
    slow.on('error', () => undefined);
    slow.write(
      'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    );
    await fetch(`${server.url}/healthz`);
    await server.close();
    slow.destroy();
  });
});
