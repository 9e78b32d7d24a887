import type { Page } from '@playwright/test';
import { writeMonth } from '../../client/fields/forms.ts';
import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { ReviewPage } from './pages/review-page.ts';
import { colleague, credentials, expect, rowsPath, signedIn, test } from './pages/world.ts';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

test.describe.configure({ mode: 'parallel' });

/** The accessible name of what has the focus. */
const focusedName = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    return focused?.getAttribute('aria-label') ?? focused?.textContent ?? '';
  });

test('from signing in to the first review and its decision without a mouse', async ({ page, baseURL }) => {
  const api = await colleague(baseURL, 'operations2');
  const waiting = rowsPath('tier-reviews', { state: 'pending' }, 0);
  const [first] = await api.get<{ id: string; month: string; affiliate_uid: string }[]>(waiting);
  await api.leave();
  const screen = new ConsolePage(page);
  const review = new ReviewPage(page);
  await page.goto('/');
  await expect(page.getByLabel(/^E-mail/)).toBeFocused();
  await page.keyboard.type(credentials('operations').email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(credentials('operations').password);
  await page.keyboard.press('Enter');
  const link = screen.section('Waiting for a decision').getByRole('link', { name: `${writeMonth(first!.month, 'en')} #${first!.id}` });
  await expect(link).toBeVisible();

  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Tab');
  expect(await focusedName(page)).toBe('Skip to content');
  const names: string[] = [];
  for (let stop = 0; stop < 5; stop += 1) {
    await page.keyboard.press('Tab');
    names.push(await focusedName(page));
  }
  const omnibox = 'Find by uid, code, link, trade id, number, campaign, e-mail address, screen or action';
  expect(names.slice(0, 2)).toEqual(['Show or fold the navigation', omnibox]);
  for (let stop = 0; stop < 5; stop += 1) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  expect(await screen.focused()).toEqual({ tag: 'MAIN', id: 'main-content' });
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(link).toBeFocused({ timeout: 100 });
  }).toPass({ intervals: [0] });
  await page.keyboard.press('Enter');
  await expect(screen.title).toHaveText(`Tier review of ${first!.affiliate_uid}, ${writeMonth(first!.month, 'en')}`);
  expect(await screen.focused()).toEqual({ tag: 'MAIN', id: 'main-content' });
  await review.ask('a');
  await page.keyboard.press('Tab');
  await expect(review.dialog.getByRole('button', { name: 'Back' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(review.dialog.getByRole('button', { name: 'Approve' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(review.comment).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(review.dialog).toHaveCount(0);
});

test('the help names the keys, and the keys do it', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open('/runs', 'Runs');
  await expect(list.range).toBeVisible();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const row of [/^G\s*H Go home$/i, /^A Approve the open review or request/i, /Ctrl\s*Enter Confirm the decision$/i]) {
    await expect(help.getByRole('row', { name: row })).toBeVisible();
  }
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await expect(help).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);

  const leads = { gh: 'Home', gr: 'Tier reviews', gs: 'Status changes', ga: 'Affiliates', gc: 'Commissions' };
  for (const [keys, title] of Object.entries(leads)) {
    for (const key of keys) await page.keyboard.press(key);
    await expect(screen.title).toHaveText(title);
  }
  await expect(list.range).toBeVisible();
  await page.keyboard.press('/');
  await expect(screen.main.getByRole('textbox', { name: 'Search' })).toBeFocused();
  await page.keyboard.type('gh?');
  await expect(screen.title).toHaveText('Commissions');
  await expect(screen.dialog).toHaveCount(0);
});

test('the keys can be switched off', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  await screen.open('/preferences', 'Preferences');
  await page.getByRole('switch', { name: 'Keyboard shortcuts' }).uncheck();
  await screen.open('/runs', 'Runs');
  await page.keyboard.press('?');
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await expect(screen.title).toHaveText('Runs');
  await expect(screen.dialog).toHaveCount(0);
});
