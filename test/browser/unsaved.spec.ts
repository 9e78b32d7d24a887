import type { Page } from '@playwright/test';
import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { ReviewPage } from './pages/review-page.ts';
import { colleague, expect, filtered, rowsPath, signedIn, test } from './pages/world.ts';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

/** Answers the browser's own questions in this order, and tells what was asked. */
function answers(page: Page, ...given: boolean[]): string[] {
  const asked: string[] = [];
  page.on('dialog', (question) => {
    asked.push(question.message());
    void (given.shift() ? question.accept() : question.dismiss());
  });
  return asked;
}

const QUESTION = 'What you have typed is not sent. Leave all the same?';

test('a dialog with something typed asks before Escape, a press beside it or the way back loses it', async ({ page, context, baseURL }) => {
  const api = await colleague(baseURL, 'operations');
  const [pending] = await api.get<{ id: string }[]>(rowsPath('tier-reviews', { state: 'pending' }, 0));
  await api.leave();
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  const review = new ReviewPage(page);
  const asked = answers(page, false, false, false, true);
  await screen.open('/tier-reviews', 'Tier reviews');
  await new ListPage(page).row(pending?.id ?? '').getByRole('link', { name: pending?.id ?? '', exact: true }).click();
  await expect(screen.title).toHaveText(/^Tier review of/);
  await expect(review.position).toBeVisible();

  await review.ask('r');
  await page.keyboard.press('Escape');
  await expect(screen.dialog).toHaveCount(0);
  expect(asked, 'nothing typed').toEqual([]);

  await review.ask('r');
  await page.keyboard.type('half a thought');
  await page.keyboard.press('Escape');
  await expect.poll(() => asked).toEqual([QUESTION]);
  await page.mouse.click(5, 400);
  await expect.poll(() => asked).toHaveLength(2);
  await page.goBack();
  await expect.poll(() => asked).toHaveLength(3);
  await expect(review.comment).toHaveValue('half a thought');
  await expect.poll(() => screen.address()).toBe(`/tier-reviews/${pending?.id}/show`);

  await page.keyboard.press('Escape');
  await expect(screen.dialog).toHaveCount(0);
  expect(asked).toEqual([QUESTION, QUESTION, QUESTION, QUESTION]);
});

test('the name of a view, the day of a run and what is sought for a sample are kept alike', async ({ page, context, baseURL }) => {
  const screen = new ConsolePage(page);
  const asked = answers(page, true, true, true);
  const steps = [
    ['operations', filtered('/affiliates', { country: 'NZ' }), 'Affiliates', 'Save this view', /^Name/, 'mine'],
    ['operations', '/runs', 'Runs', 'Start a run', /^Day/, '2026-01-05'],
    ['compliance', '/audit-samples', 'Samples of records', 'Draw a sample', /^Seed/, 'a seed'],
  ] as const;
  for (const [who, path, title, button, field, text] of steps) {
    await context.clearCookies();
    await signedIn(context, baseURL, who);
    await page.goto('about:blank');
    await screen.open(path, title);
    await page.getByRole('button', { name: button }).click();
    await screen.dialog.getByLabel(field).fill(text);
    await page.keyboard.press('Escape');
    await expect(screen.dialog).toHaveCount(0);
  }
  expect(asked).toEqual([QUESTION, QUESTION, QUESTION]);
});

test('the heading of the column that a list is sorted by says so, and no other (WCAG 1.3.1)', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open('/affiliates', 'Affiliates');
  const sorted = list.table.locator('[aria-sort]');
  await expect(sorted).toHaveCount(1);
  await expect(sorted).toHaveAttribute('aria-sort', 'descending');
  await sorted.getByRole('button').click();
  await expect(sorted).toHaveAttribute('aria-sort', 'ascending');
  await expect(list.table.locator('th[aria-sort]')).toHaveCount(1);
});
