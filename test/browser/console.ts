import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { test as base, type LaunchOptions } from '@playwright/test';

export { expect } from '@playwright/test';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 12_000;

type Server = ChildProcessByStdio<null, Readable, null>;

export interface Served {
  /** `http://127.0.0.1:<port>` */
  url: string;
  /** The worker's own copy of the demo world. */
  databaseUrl: string;
}

/** `page` opens paths of a console that serves a demo world of the worker's own, shared by the tests of the worker. */
export const test = base.extend<object, { served: Served }>({
  served: [
    // Playwright insists on a pattern here, even where a fixture needs no other.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, provide) => serveDemo(provide),
    { scope: 'worker', timeout: START_TIMEOUT_MS + STOP_TIMEOUT_MS },
  ],
  baseURL: async ({ served }, provide) => provide(served.url),
  launchOptions: [
    async ({ launchOptions }, provide) =>
      provide({ ...launchOptions, ...(JSON.parse(setting('TEST_BROWSER')) as LaunchOptions) }),
    { scope: 'worker' },
  ],
});

/** Serves a copy of the demo world of its own for as long as `use` takes. `settings` come on top of the environment. */
export async function serveDemo(
  use: (served: Served) => Promise<void>, settings: Record<string, string> = {},
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ops-console-'));
  const databaseUrl = `sqlite:${join(folder, 'demo.sqlite')}`;
  try {
    copyFileSync(setting('TEST_DEMO_DATABASE'), join(folder, 'demo.sqlite'));
    const { url, server } = await serve(databaseUrl, settings);
    await use({ url, databaseUrl });
    await stop(server);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function serve(databaseUrl: string, settings: Record<string, string>): Promise<{ url: string; server: Server }> {
  const server = spawn(process.execPath, ['dist/server/main.js', 'serve'], {
    cwd: ROOT,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PORT: '0',
      HOST: '127.0.0.1',
      DEMO: '1',
      SESSION_SECRET: 'a secret of the browser tests, long enough',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // A worker that is ended from outside takes its server along.
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  server.once('exit', () => process.off('exit', kill));
  return { url: await listening(server), server };
}

function listening(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(late);
      server.kill('SIGKILL');
      reject(new Error(`the console did not start: ${why}`));
    };
    const late = setTimeout(() => fail(`not ready within ${START_TIMEOUT_MS} ms`), START_TIMEOUT_MS);
    const early = (code: number | null) => fail(`it ended with ${code}`);
    server.once('exit', early);
    createInterface({ input: server.stdout }).on('line', (line) => {
      const url = /^\{.*"listening":"([^"]+)"/.exec(line)?.[1];
      if (!url) return;
      clearTimeout(late);
      server.off('exit', early);
      resolve(url);
    });
  });
}

async function stop(server: Server): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) throw new Error('the console fell over during the tests');
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const late = setTimeout(() => server.kill('SIGKILL'), STOP_TIMEOUT_MS);
  server.kill('SIGTERM');
  await ended;
  clearTimeout(late);
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests with --config test/browser/playwright.config.ts`);
  return value;
}
