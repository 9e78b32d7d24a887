import { request, type APIResponse, type BrowserContext } from '@playwright/test';
import { demoPassword } from '../../../seeds/demo/staff.ts';
import { serveDemo, test as base, type Served } from '../console.ts';

export { expect } from '../console.ts';

export type Who = 'operations' | 'operations2' | 'compliance' | 'compliance2' | 'support' | 'admin';

const DAY_MS = 86_400_000;
/** What Chromium writes about an answer that the page asked for and deals with: a refusal is no fault. */
const refusal = /^Failed to load resource: the server responded with a status of 4\d\d/;

/**
 * The worker's console, shared: for tests that only read, or write what no other test looks at. In every test an
 * uncaught error, an error on the console (a breach of the Content-Security-Policy is one) or an answer of 500 and above
 * fails it.
 */
export const test = base.extend<{ faultless: void; provoked: RegExp | null }>({
  /** What a test of attacks makes the browser complain about. */
  provoked: [null, { option: true }],
  faultless: [
    async ({ context, provoked }, provide) => {
      const faults = watch(context);
      await provide();
      base.expect(faults.filter((fault) => !provoked?.test(fault)), 'faults of the page').toEqual([]);
    },
    { auto: true },
  ],
});

/** A console of the test's own, with a fresh demo world, where a test decides, runs or needs the world untouched. */
export const ownWorldTest = test.extend<{ own: Served; settings: Record<string, string> }>({
  settings: [{}, { option: true }],
  own: async ({ settings }, provide) => serveDemo(provide, settings),
  baseURL: async ({ own }, provide) => provide(own.url),
});

function watch(context: BrowserContext): string[] {
  const faults: string[] = [];
  context.on('weberror', (fault) => faults.push(`uncaught: ${fault.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error' && !refusal.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  return faults;
}

/** Opens a session for the browser without the sign-in page, for tests that are about something else. */
export async function signedIn(context: BrowserContext, baseURL: string | undefined, who: Who): Promise<void> {
  const answer = await context.request.post(`${baseURL}/api/session`, { data: credentials(who) });
  base.expect(answer.status()).toBe(200);
}

/** Has who is signed in read the console in a language. */
export async function readsIn(context: BrowserContext, baseURL: string | undefined, language: string): Promise<void> {
  const { csrf_token } = (await (await context.request.get(`${baseURL}/api/session`)).json()) as { csrf_token: string };
  const headers = { 'X-CSRF-Token': csrf_token };
  const answer = await context.request.put(`${baseURL}/api/session/language`, { data: { language }, headers });
  base.expect(answer.status()).toBe(204);
}

export function credentials(who: Who): { email: string; password: string } {
  return { email: `${who}@demo.test`, password: demoPassword };
}

/** The API as another member of staff uses it beside the browser. */
export interface Colleague {
  get<Body>(path: string): Promise<Body>;
  post<Body>(path: string, body: unknown): Promise<Body>;
  upload(feed: string, csv: string): Promise<string>;
  leave(): Promise<void>;
}

/** Signs a colleague in. Every question must succeed. */
export async function colleague(url: string | undefined, who: Who): Promise<Colleague> {
  const api = await request.newContext({ baseURL: `${url}/api/` });
  const opened = await api.post('session', { data: credentials(who) });
  const { csrf_token } = (await opened.json()) as { csrf_token: string };
  const headers = { 'X-CSRF-Token': csrf_token };
  const read = async <Body>(answer: APIResponse): Promise<Body> => {
    if (!answer.ok()) throw new Error(`${answer.status()} ${answer.url()}: ${await answer.text()}`);
    return (await answer.json()) as Body;
  };
  return {
    get: async <Body>(path: string) => read<Body>(await api.get(path)),
    post: async <Body>(path: string, body: unknown) => read<Body>(await api.post(path, { data: body, headers })),
    upload: async (feed, csv) => {
      const csvHeaders = { ...headers, 'Content-Type': 'text/csv' };
      const sent = await api.post(`imports?feed=${feed}`, { data: csv, headers: csvHeaders });
      const { import_id } = await read<{ import_id: string }>(sent);
      const state = async () => (await read<{ state: string }>(await api.get(`imports/${import_id}`))).state;
      await base.expect.poll(state).toBe('done');
      return import_id;
    },
    leave: async () => api.dispose(),
  };
}

/** A list's first rows, as JSON filters. */
export function rowsPath(resource: string, filter: unknown = {}, last = 99): string {
  return `${resource}?${new URLSearchParams({ filter: JSON.stringify(filter), range: JSON.stringify([0, last]) })}`;
}

/** The address of a list with a filter. */
export function filtered(path: string, filter: unknown): string {
  return `${path}?${new URLSearchParams({ filter: JSON.stringify(filter) })}`;
}

/** The UTC day that the demo world ends on, at the clock's start. */
export function firstDay(): string {
  const start = process.env.OPS_NOW;
  if (!start) throw new Error('OPS_NOW is not set: run the tests with --config test/browser/playwright.config.ts');
  return dayAfter(start, 0);
}

/** The UTC day so many days after an instant. */
export function dayAfter(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * DAY_MS).toISOString().slice(0, 10);
}
