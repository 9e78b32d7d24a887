/** The language of the console: the browser's before signing in, then the person's own, wherever they sign in (DESIGN 7). */
import type { Page } from '@playwright/test';
import { groupDecimal } from '../../client/fields/decimal.ts';
import { writeDay } from '../../client/fields/forms.ts';
import { ConsolePage } from './pages/console-page.ts';
import { colleague, expect, ownWorldTest as test, readsIn, rowsPath, signedIn } from './pages/world.ts';

const html = 'html';

test('before signing in the page speaks the browser’s language', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL!, locale: 'fa-IR' });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.locator(html)).toHaveAttribute('lang', 'fa');
  await expect(page.locator(html)).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('button').first()).toBeVisible();
  await context.close();
});

test('somebody’s language follows them to another browser, and is nobody else’s', async ({ page, context, browser, baseURL }) => {
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  await screen.open('/', 'Home');
  await page.getByRole('button', { name: 'Language' }).click();
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/session/language'));
  await page.getByRole('menuitemradio', { name: 'فارسی' }).click();
  expect((await kept).status()).toBe(204);
  await expect(page.locator(html)).toHaveAttribute('dir', 'rtl');
  await page.reload();
  await expect(page.locator(html)).toHaveAttribute('lang', 'fa');

  for (const [who, language] of [['operations', 'fa'], ['support', 'en']] as const) {
    const elsewhere = await browser.newContext({ baseURL: baseURL!, locale: 'en-US' });
    await signedIn(elsewhere, baseURL, who);
    const other = await elsewhere.newPage();
    await other.goto('/');
    await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(other.locator(html)).toHaveAttribute('lang', language);
    await elsewhere.close();
  }
});

/** Chooses a language from the menu in the banner, whatever the page speaks now. */
async function choose(page: Page, language: string): Promise<void> {
  await page.getByRole('banner').locator('button[aria-haspopup=menu]').first().click();
  await page.getByRole('menuitemradio', { name: language }).click();
}

const switches = [['فارسی', 'fa'], ['Deutsch', 'de'], ['Français', 'fr'], ['فارسی', 'fa'], ['English', 'en']] as const;

test('what is typed into a form outlives another language, whichever way it is written', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'support');
  await page.goto('/#/applications/create');
  const typed = page.getByRole('main').locator('input[type=text], textarea:not([aria-hidden])').first();
  await typed.fill('half a thought');
  for (const [name, language] of switches) {
    await choose(page, name);
    await expect(page.locator(html)).toHaveAttribute('lang', language);
    await expect(page.locator(html)).toHaveAttribute('dir', language === 'fa' ? 'rtl' : 'ltr');
    await expect(typed).toHaveValue('half a thought');
  }
});

test('a dialog with something typed outlives the language that is chosen in another tab', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  await screen.open('/runs', 'Runs');
  await page.getByRole('button', { name: 'Start a run' }).click();
  const day = screen.dialog.locator('input[type=date]');
  await day.fill('2026-01-05');
  const other = await context.newPage();
  await other.goto('/');
  for (const [name, language] of [['فارسی', 'fa'], ['English', 'en']] as const) {
    await choose(other, name);
    await expect(page.locator(html)).toHaveAttribute('lang', language);
    await expect(day).toHaveValue('2026-01-05');
  }
});

test('figures and dates are written as the language does; copied, an amount is a plain decimal', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signedIn(context, baseURL, 'compliance');
  await readsIn(context, baseURL, 'fa');
  const api = await colleague(baseURL, 'operations2');
  const records = await api.get<{ id: string; kind: string; amount: string; executed_at: string }[]>(rowsPath('commissions'));
  await api.leave();
  const record = records.find(({ kind, amount }) => kind === 'commission' && amount !== '0');
  await page.goto(`/#/commissions/${record!.id}/show`);
  const persian = groupDecimal(record!.amount, 'fa');
  await expect(page.getByText(persian).first()).toBeVisible();
  await expect(page.locator(`time[datetime="${record!.executed_at}"]`).first()).toHaveText(/[۰-۹]{4}.*UTC$/);
  await page.getByText(persian).first().selectText();
  await page.keyboard.press('ControlOrMeta+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(record!.amount);
});

test('what the omnibox finds is written as in the lists; ids stay as they are', async ({ page, own, context }) => {
  const api = await colleague(own.url, 'compliance2');
  const records = await api.get<{ id: string; amount: string; currency: string }[]>(rowsPath('commissions'));
  await api.leave();
  const { id, amount, currency } = records.find((one) => one.amount !== '0')!;
  await signedIn(context, own.url, 'compliance');
  await readsIn(context, own.url, 'fa');
  const screen = new ConsolePage(page);
  await screen.open('/preferences');
  await screen.omnibox.fill(id);
  const found = page.getByRole('option').filter({ hasText: `#${id}` });
  await expect(found).toContainText(`${groupDecimal(amount, 'fa')} ${currency}`);
});

test('beneath a date that is typed a Persian reader sees it by their own calendar, and nobody else', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'operations');
  await readsIn(context, baseURL, 'fa');
  const reading = page.getByRole('main').locator('.MuiFormHelperText-root', { hasText: writeDay('2026-03-21', 'fa') });
  for (const path of ['/payouts', '/boosts/create']) {
    await page.goto(`/#${path}`);
    const field = page.getByRole('main').locator('input[type=date]').first();
    await field.fill('2026-03-21');
    await expect(reading).toBeVisible();
  }
  await choose(page, 'Français');
  await expect(page.locator(html)).toHaveAttribute('lang', 'fr');
  await expect(reading).toHaveCount(0);
});
