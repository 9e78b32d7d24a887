/**
 * Real pictures of the console for the README: `npm run pictures`. A console with the demo world on a fixed instant, so
 * that they only change when the page does; written to client/pictures.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { tsImport } from 'tsx/esm/api';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PICTURES = join(ROOT, 'client/pictures');
const NOW = '2026-11-21T09:00:00.000Z';
const MAX_BYTES = 200_000;
const SIZE = { width: 1440, height: 1000 };

/** What is to be seen: who looks, the address, the theme. */
const pictures = [
  { name: 'home', who: 'operations', path: async () => '/', theme: 'light' },
  { name: 'home-dark', who: 'operations', path: async () => '/', theme: 'dark' },
  { name: 'tier-review', who: 'operations', path: firstReview, theme: 'light' },
  { name: 'tier-review-dark', who: 'operations', path: firstReview, theme: 'dark' },
  { name: 'explanation', who: 'support', path: explained, theme: 'light' },
];

async function main() {
  const { findChromium } = await tsImport('./chromium.ts', import.meta.url);
  const { demoPassword } = await tsImport('../../seeds/demo/staff.ts', import.meta.url);
  const folder = mkdtempSync(join(tmpdir(), 'ops-pictures-'));
  const settings = { DATABASE_URL: `sqlite:${join(folder, 'demo.sqlite')}`, DEMO: '1', OPS_NOW: NOW, PORT: '0' };
  const environment = { ...process.env, ...settings };
  mkdirSync(PICTURES, { recursive: true });
  try {
    await finished(node(['server/start/build.mjs'], process.env));
    await finished(node(['dist/server/main.js', 'seed', 'demo'], environment));
    const server = node(['dist/server/main.js', 'serve'], environment);
    const browser = await chromium.launch(await findChromium());
    try {
      const url = await listening(server);
      for (const picture of pictures) await take(browser, url, demoPassword, picture);
    } finally {
      await browser.close();
      server.kill('SIGTERM');
      await finished(server);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function take(browser, url, password, { name, who, path, theme }) {
  const context = await browser.newContext({
    baseURL: url, viewport: SIZE, locale: 'en-US', timezoneId: 'UTC', reducedMotion: 'reduce',
  });
  const signedIn = await context.request.post('/api/session', { data: { email: `${who}@demo.test`, password } });
  if (!signedIn.ok()) throw new Error(`${who}: ${signedIn.status()}`);
  const page = await context.newPage();
  await page.goto(`/#${await path(context.request)}`);
  if (theme === 'dark') await page.getByRole('button', { name: 'Toggle light/dark mode' }).click();
  await page.getByRole('region').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, SIZE.height - 1);
  const file = join(PICTURES, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  await context.close();
  const { size } = statSync(file);
  console.log(`${name}.png ${Math.round(size / 1000)} kB`);
  if (size > MAX_BYTES) throw new Error(`${name}.png has ${size} bytes, more than ${MAX_BYTES}`);
}

/** A pending review of an affiliate with invitees of every kind. */
async function firstReview(api) {
  const reviews = await first(api, 'tier-reviews', { state: 'pending' }, 99);
  const most = reviews.reduce((best, review) => (review.qualified_invitees > best.qualified_invitees ? review : best));
  return `/tier-reviews/${most.id}/show`;
}

/** A trade that earned nothing as it came too late. */
async function explained(api) {
  const filter = { reason: 'window_expired', executed_at_gte: '2026-11-01T00:00:00.000Z', executed_at_lt: NOW };
  const [record] = await first(api, 'commissions', filter, 0);
  return `/explain/trade/${record.trade_id}`;
}

async function first(api, resource, filter, last) {
  const query = new URLSearchParams({ filter: JSON.stringify(filter), range: JSON.stringify([0, last]) });
  const answer = await api.get(`/api/${resource}?${query}`);
  if (!answer.ok()) throw new Error(`${resource}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}

function node(parameters, env) {
  return spawn(process.execPath, parameters, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
}

function finished(child) {
  child.stdout.resume();
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${child.spawnargs.join(' ')} ended with ${code}`));
    });
  });
}

function listening(server) {
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the console did not start: it ended with ${code}`)));
    createInterface({ input: server.stdout }).on('line', (line) => {
      const url = /^\{.*"listening":"([^"]+)"/.exec(line)?.[1];
      if (url) resolve(url);
    });
  });
}

await main();
