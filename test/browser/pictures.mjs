/**
 * Real pictures of the console: `npm run pictures [-- name…]`. Each screen in three looks: light, dark, and in Persian, right to left. A console with
 * the demo world on a fixed instant, so that they only change when the page does; written to client/pictures.
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
const MAX_BYTES = 250_000;
const SIZE = { width: 1280, height: 960 };

const looks = [
  { suffix: '', theme: 'light', language: 'en' },
  { suffix: '-dark', theme: 'dark', language: 'en' },
  { suffix: '-fa', theme: 'light', language: 'fa' },
];

/** What is to be seen: who looks, and at which address. */
const screens = [
  { name: 'home', who: 'operations', path: () => '/' },
  { name: 'tier-reviews', who: 'operations', path: () => '/tier-reviews' },
  { name: 'tier-review', who: 'operations', path: firstReview },
  { name: 'status-change', who: 'operations', path: pending('status-changes') },
  { name: 'payout', who: 'operations', path: one('payouts', { state: 'ready' }) },
  { name: 'campaigns', who: 'operations', path: () => '/campaigns' },
  { name: 'campaign', who: 'operations', path: one('campaigns', { state: 'active' }) },
  { name: 'performance', who: 'operations', path: () => '/performance' },
  { name: 'explanation', who: 'support', path: explained },
  { name: 'affiliate', who: 'support', path: paidAffiliate },
  { name: 'recall-check', who: 'support', path: () => '/recall-check' },
  { name: 'compliance-desk', who: 'compliance', path: () => '/compliance-desk' },
  { name: 'content-review', who: 'compliance', path: pending('content-reviews') },
  { name: 'reversal', who: 'compliance', path: pending('reversals') },
  { name: 'audit', who: 'compliance', path: () => '/audit-events' },
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
      for (const look of looks) {
        for (const screen of wanted()) await take(browser, url, demoPassword, screen, look);
      }
    } finally {
      await browser.close();
      server.kill('SIGTERM');
      await finished(server);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function wanted() {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !screens.some((screen) => screen.name === name));
  if (unknown.length > 0) throw new Error(`no such screen: ${unknown.join(', ')}`);
  return names.length === 0 ? screens : screens.filter(({ name }) => names.includes(name));
}

async function take(browser, url, password, { name, who, path }, { suffix, theme, language }) {
  const context = await browser.newContext({
    baseURL: url, viewport: SIZE, locale: 'en-US', timezoneId: 'UTC', reducedMotion: 'reduce',
  });
  await context.addInitScript((chosen) => localStorage.setItem('RaStoreconsole.theme', JSON.stringify(chosen)), theme);
  await signIn(context.request, `${who}@demo.test`, password, language);
  const page = await context.newPage();
  await page.goto(`/#${await path(context.request)}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  // The first screen has its heading before it is shown, which it is as a whole.
  await page.getByRole('main').locator('section, table').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, SIZE.height - 1);
  const file = join(PICTURES, `${name}${suffix}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  await context.close();
  const { size } = statSync(file);
  console.log(`${name}${suffix}.png ${Math.round(size / 1000)} kB`);
  if (size > MAX_BYTES) throw new Error(`${name}${suffix}.png has ${size} bytes, more than ${MAX_BYTES}`);
}

async function signIn(api, email, password, language) {
  const opened = await api.post('/api/session', { data: { email, password } });
  if (!opened.ok()) throw new Error(`${email}: ${opened.status()}`);
  const { csrf_token } = await opened.json();
  const chosen = await api.put('/api/session/language', { data: { language }, headers: { 'X-CSRF-Token': csrf_token } });
  if (!chosen.ok()) throw new Error(`${language}: ${chosen.status()}`);
}

/** The first row of a list. */
function one(resource, filter) {
  return async (api) => {
    const [row] = await first(api, resource, filter, 0);
    return `/${resource}/${row.id}/show`;
  };
}

/** A request that waits for a second person. */
function pending(resource) {
  return one(resource, { state: 'pending' });
}

/** An affiliate whom the console has paid. */
async function paidAffiliate(api) {
  const [line] = await first(api, 'payout-lines', { status: 'paid' }, 0);
  return `/affiliates/${line.affiliate_uid}/show`;
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
