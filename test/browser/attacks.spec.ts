import { ConsolePage } from './pages/console-page.ts';
import { tradesFile } from './pages/trades.ts';
import { UploadPage } from './pages/upload-page.ts';
import { colleague, expect, signedIn, test } from './pages/world.ts';

declare global {
  interface Window {
    attacked?: boolean;
  }
}

test.describe.configure({ mode: 'parallel' });

const MARKUP = '<img src=x onerror=window.attacked=true><script>window.attacked=true</script>';

test.describe('what the browser refuses', () => {
  test.use({ provoked: /Content Security Policy|X-Frame-Options|frame-ancestors|chromewebdata/ });

  test('an injected script does not run, and nothing is loaded from elsewhere', async ({ page }) => {
    await page.goto('/');
    await expect(new ConsolePage(page).signInButton).toBeVisible();
    const outcome = await page.evaluate(async () => {
      const inline = document.createElement('script');
      inline.textContent = 'window.attacked = true';
      document.body.append(inline);
      const foreign = document.createElement('script');
      foreign.src = 'https://evil.example/a.js';
      const refused = new Promise((resolve) => {
        foreign.onerror = () => resolve('refused');
        foreign.onload = () => resolve('loaded');
      });
      document.body.append(foreign);
      const asked = await fetch('https://evil.example/').then(() => 'asked', () => 'refused');
      return { inline: window.attacked ?? false, foreign: await refused, asked };
    });
    expect(outcome).toEqual({ inline: false, foreign: 'refused', asked: 'refused' });
  });

  test('another page cannot frame the console', async ({ page, context, baseURL }) => {
    await signedIn(context, baseURL, 'operations');
    await page.route('http://elsewhere.test/', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<iframe title="framed" src="${baseURL}/"></iframe>` }));
    await page.goto('http://elsewhere.test/');
    const framed = page.frameLocator('iframe[title=framed]');
    await expect.poll(() => page.frames().at(-1)?.url()).toMatch(/^chrome-error:/);
    await expect(framed.getByRole('main')).toHaveCount(0);
  });
});

test('markup in what was imported is shown as it is, and does nothing', async ({ page, context, baseURL }, about) => {
  const { testId, workerIndex } = about;
  const api = await colleague(baseURL, 'operations2');
  const uid = `x${testId.slice(-12)}${workerIndex}`;
  const account = {
    uid, registered_at: '2026-01-01T00:00:00.000Z', country: 'FR', account_type: 'normal', kyc_level: 'advanced',
    vip_level: '0', email: `"${MARKUP}"@example.org`, name: MARKUP, referral_code: uid.toUpperCase().slice(-16),
    inviter_code: '', inviter_channel: '', inviter_campaign: '',
  };
  const quoted = Object.values(account).map((value) => `"${value.replaceAll('"', '""')}"`).join(',');
  await api.upload('accounts', `${Object.keys(account).join(',')}\n${quoted}\n`);
  await api.leave();

  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  const upload = new UploadPage(page);
  await screen.open(`/affiliates/${uid}/show`, `Affiliate ${uid}`);
  await expect(screen.fact(screen.section('Personal data'), 'Name')).toHaveText(MARKUP);

  await screen.open('/imports', 'Imports');
  const file = '<img src=x onerror=window.attacked=true>-trades.csv';
  await upload.choose(file, tradesFile([{ trade_id: `T-${testId}`, uid, executed_at: MARKUP }]));
  await upload.send();
  await expect(screen.section('Rows that were not taken').getByRole('row', { name: MARKUP })).toBeVisible();
  await expect(page.getByText(file)).toBeVisible();
  expect(await page.evaluate(() => window.attacked)).toBeUndefined();
});
