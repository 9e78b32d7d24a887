import type { Page } from '@playwright/test';
import { ConsolePage } from './pages/console-page.ts';
import { cutTables, faultsOf, turn, widerThan, ZOOMED } from './pages/look.ts';
import { cutInEnglish, dataOf, inEnglish, pseudo, speakPseudo, untranslated } from './pages/pseudo.ts';
import { idsOf, tours, type Screen } from './pages/screens.ts';
import { tourInBothThemes, type Reading } from './pages/tour.ts';
import { expect, rowsPath, signedIn, test } from './pages/world.ts';

test.describe.configure({ mode: 'parallel' });

const TOUR_TIMEOUT_MS = 300_000;

/** What a shift in Persian goes through: a list, a case with its decision, an affiliate, a payout, why, preferences. */
const shiftInPersian = /^\/($|tier-reviews|affiliates\/[^/]+\/show$|payouts|commissions|preferences|recall-check$|campaigns$)/;

/**
 * German has the longest words of the four, Persian runs from right to left: what fits in both fits in all. Each begins in the
 * window in which the one before it ended, made-up English in the widest.
 */
function readingsOf(page: Page): Reading[] {
  const inGerman = async () => [...(await widerThan(page, ZOOMED.toReversed())), ...(await cutTables(page))];
  const fromRightToLeft = async ({ path }: Screen) => {
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    const faults = shiftInPersian.test(path) ? await faultsOf(page, 'light', 'main') : [];
    return [...faults, ...(await cutTables(page)), ...(await widerThan(page, ZOOMED))];
  };
  return [{ language: 'de', look: inGerman }, { language: 'fa', look: fromRightToLeft }];
}

/** In a language made up of English, but for the length of its lines, which is looked at in both. */
for (const [name, { who, screens }] of Object.entries(tours)) {
  test(`${name}: sound to axe, light and dark; every text from the catalogue; English, longer, German, Persian: all fits, also at 200 %`, async ({ page, context, baseURL }) => {
    test.setTimeout(TOUR_TIMEOUT_MS);
    const ids = await idsOf(baseURL);
    const told = dataOf(context);
    await speakPseudo(context);
    await signedIn(context, baseURL, who);
    const fits = async () => [...(await cutInEnglish(page)), ...(await widerThan(page, ZOOMED))];
    const further = { texts: () => untranslated(page, told), fits, readings: readingsOf(page) };
    expect(await tourInBothThemes(new ConsolePage(page, { say: pseudo, inEnglish }), screens(ids), further)).toEqual({});
  });
}

test('a text that is in no catalogue is found, wherever it stands, and a table that is cut in English, not one that only a longer text cuts', async ({ page, context, baseURL }) => {
  const told = dataOf(context);
  await speakPseudo(context);
  await signedIn(context, baseURL, 'support');
  const screen = new ConsolePage(page, { say: pseudo, inEnglish });
  await screen.open('/', 'Home');
  await expect(screen.main.locator('section').first()).toBeVisible();
  expect([...(await untranslated(page, told)), ...(await cutInEnglish(page))]).toEqual([]);
  await screen.main.evaluate((main) => {
    main.append('Bare words');
    main.setAttribute('aria-label', 'Bare name');
  });
  expect(await untranslated(page, told)).toEqual(['Bare words', 'Bare name']);
  await screen.main.evaluate((main, texts) => {
    for (const text of texts) {
      const narrow = main.appendChild(document.createElement('div'));
      narrow.style.cssText = 'width: 16ch; overflow: auto; white-space: nowrap';
      narrow.appendChild(document.createElement('table')).insertRow().insertCell().textContent = text;
    }
  }, [pseudo('Figures by day'), pseudo('Figures of each month')]);
  await expect.poll(() => cutTables(page)).toHaveLength(2);
  expect(await cutInEnglish(page)).toEqual([expect.stringMatching(/^a table of .*: Figures of each month$/)]);
  await expect(screen.main.locator('td').last()).toHaveText(pseudo('Figures of each month'));
});

for (const theme of ['light', 'dark'] as const) {
  test(`before signing in, ${theme}: nothing serious for axe, no wider`, async ({ page, context, baseURL }) => {
    const screen = new ConsolePage(page);
    if (theme === 'dark') {
      await signedIn(context, baseURL, 'support');
      await screen.open('/', 'Home');
      await turn(page, theme);
      await screen.signOut();
    }
    for (const path of ['/', '/#/set-password']) {
      await page.goto(path);
      await expect(screen.title).toBeVisible();
      expect([...(await faultsOf(page, theme)), ...(await widerThan(page))]).toEqual([]);
    }
  });
}

test('light and dark by the button in the banner, kept over a reload', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  await screen.open('/', 'Home');
  await turn(page, 'dark');
  await page.reload();
  await expect(screen.title).toHaveText('Home');
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
});

test('a fault is found, in either theme', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'support');
  const screen = new ConsolePage(page);
  await screen.open('/', 'Home');
  for (const theme of ['light', 'dark'] as const) {
    if (theme === 'dark') await turn(page, theme);
    expect(await faultsOf(page, theme)).toEqual([]);
    await screen.main.evaluate((main) => {
      const faint = document.createElement('p');
      faint.textContent = 'Hardly to be read';
      faint.style.cssText = 'color: #888; background-color: #999';
      main.append(faint);
    });
    expect(await faultsOf(page, theme)).toEqual([expect.stringContaining('color-contrast')]);
    await screen.main.evaluate((main) => main.lastElementChild?.remove());
  }
});

test('another page is read from its top, and going back leads to where the reader was', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  const place = () => page.evaluate(() => window.scrollY);
  const scrollBy = (pixels: number) => page.evaluate((down) => window.scrollBy(0, down), pixels);
  await screen.open('/affiliates', 'Affiliates');
  const row = screen.main.getByRole('row').nth(18).getByRole('link').first();
  await row.scrollIntoViewIfNeeded();
  await scrollBy(200);
  const left = await place();
  expect(left).toBeGreaterThan(100);
  await row.click();
  await expect(screen.title).toHaveText(/^Affiliate \d/);
  await expect.poll(place).toBe(0);
  await expect(screen.section('Balance')).toBeVisible();
  await page.goBack();
  await expect(screen.title).toHaveText('Affiliates');
  await expect.poll(place).toBe(left);
  await screen.navigation.getByRole('link', { name: 'Commissions' }).click();
  await expect(screen.title).toHaveText('Commissions');
  await expect.poll(place).toBe(0);
});

test('what can be done with a case stays in sight right under the banner, and nothing shows between them', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'operations');
  const [review] = (await (await page.request.get(`/api/${rowsPath('tier-reviews', { state: 'pending' })}`)).json()) as { id: string }[];
  const screen = new ConsolePage(page);
  await screen.open(`/tier-reviews/${review?.id}/show`, /./);
  const bar = screen.main.locator('.MuiPaper-root').filter({ has: page.getByRole('button', { name: 'Approve' }) }).first();
  await expect(bar).toBeVisible();
  await page.evaluate(() => window.scrollBy(0, 400));
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
  const [banner, beneath] = [await page.getByRole('banner').boundingBox(), await bar.boundingBox()];
  expect(beneath?.y).toBe((banner?.y ?? 0) + (banner?.height ?? 0));
});
