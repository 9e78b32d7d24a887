import { gzipSync } from 'node:zlib';
import { ConsolePage } from './pages/console-page.ts';
import { expect, test } from './pages/world.ts';

const BUDGET_BYTES = 300_000;
/** Below it the server does not compress. */
const SMALL_BYTES = 1024;

test('the sign-in page needs at most 300 kB of compressed scripts', async ({ page }) => {
  const scripts: Promise<{ url: string; bytes: number; encoded: string | undefined }>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    scripts.push(response.body().then((body) => ({
      url: response.url(), bytes: gzipSync(body).length, encoded: response.headers()['content-encoding'],
    })));
  });
  await page.goto('/');
  await expect(new ConsolePage(page).signInButton).toBeVisible();
  await page.waitForLoadState('networkidle');
  const loaded = await Promise.all(scripts);
  expect(loaded.length).toBeGreaterThan(0);
  expect(loaded.filter(({ encoded, bytes }) => encoded === undefined && bytes > SMALL_BYTES)).toEqual([]);
  const sum = loaded.reduce((total, { bytes }) => total + bytes, 0);
  test.info().annotations.push({ type: 'first load', description: `${sum} bytes` });
  expect(sum).toBeLessThanOrEqual(BUDGET_BYTES);
});
