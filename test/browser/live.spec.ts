import type { Browser, Page } from '@playwright/test';
import { writeMonth } from '../../client/fields/forms.ts';
import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { ReviewPage } from './pages/review-page.ts';
import { colleague, expect, ownWorldTest as test, rowsPath, signedIn, test as sharedTest, type Who } from './pages/world.ts';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

test.describe.configure({ mode: 'parallel' });

interface Review {
  id: string;
  affiliate_uid: string;
  month: string;
}

async function pendingReviews(url: string): Promise<Review[]> {
  const api = await colleague(url, 'operations2');
  const reviews = await api.get<Review[]>(rowsPath('tier-reviews', { state: 'pending' }));
  await api.leave();
  return reviews;
}

const titleOf = ({ affiliate_uid, month }: Review) => `Tier review of ${affiliate_uid}, ${writeMonth(month, 'en')}`;

/** Somebody at a screen of their own. */
async function another(browser: Browser, url: string, who: Who): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, locale: 'en-US', timezoneId: 'UTC' });
  await signedIn(context, url, who);
  return context.newPage();
}

test('two people in one queue: what one decides goes from the other’s list, selection and menu', async ({ page, own, context, browser }) => {
  const reviews = await pendingReviews(own.url);
  const [first, second] = reviews as [Review, Review];
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open('/tier-reviews', 'Tier reviews');
  const link = screen.navigation.getByRole('link', { name: 'Tier reviews', exact: true });
  await expect(link).toHaveAccessibleDescription(`waiting: ${reviews.length}`);
  for (const { id } of [first, second]) await list.checkbox(id).check();
  await expect(page.getByText('2 items selected')).toBeVisible();

  const theirs = await another(browser, own.url, 'operations2');
  await new ConsolePage(theirs).open(`/tier-reviews/${first.id}/show`, titleOf(first));
  await new ReviewPage(theirs).decide('r', 'The pattern looks staged.');

  await expect(list.row(first.id)).toHaveCount(0);
  await expect(page.getByText('1 item selected')).toBeVisible();
  await expect(list.checkbox(second.id)).toBeChecked();
  await expect(link).toHaveAccessibleDescription(`waiting: ${reviews.length - 1}`);
  await theirs.context().close();
});

test('a case that somebody else decides while it is open says so, in its dialog, too', async ({ page, own, context, browser }) => {
  const [first] = (await pendingReviews(own.url)) as [Review];
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  const review = new ReviewPage(page);
  await screen.open(`/tier-reviews/${first.id}/show`, titleOf(first));
  await expect(review.position).toBeVisible();
  await review.ask('a');
  await page.keyboard.type('Everything is in order.');

  const theirs = await another(browser, own.url, 'operations2');
  await new ConsolePage(theirs).open(`/tier-reviews/${first.id}/show`, titleOf(first));
  await new ReviewPage(theirs).decide('r', 'The pattern looks staged.');

  const notice = 'operations2@demo.test has decided this meanwhile: rejected.';
  await expect(review.dialog.getByRole('status')).toHaveText(notice);
  await expect(review.comment).toHaveValue('Everything is in order.');
  page.once('dialog', (question) => void question.accept());
  await page.keyboard.press('Escape');
  await expect(screen.main.getByRole('status')).toHaveText(notice);
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await expect(screen.section('Promotion')).toContainText('rejected');
  await theirs.context().close();
});

test('after the last case of a queue the focus is on the page', async ({ page, own, context }) => {
  const reviews = await pendingReviews(own.url);
  const last = reviews.at(-1)!;
  const api = await colleague(own.url, 'operations2');
  await api.post('tier-reviews/reject', { ids: reviews.slice(0, -1).map(({ id }) => id), comment: 'The pattern looks staged.' });
  await api.leave();
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  const review = new ReviewPage(page);
  await screen.open(`/tier-reviews/${last.id}/show`, titleOf(last));
  await expect(review.position).toHaveText('1 of 1 pending');
  await review.decide('r', 'The pattern looks staged.');
  await expect(screen.section('Promotion')).toContainText('rejected');
  await expect.poll(() => screen.focused()).toEqual({ tag: 'MAIN', id: 'main-content' });
});

sharedTest('the page asks what is new every five seconds at the latest, and not while nobody looks at it', async ({ page, baseURL, context }) => {
  await signedIn(context, baseURL, 'operations');
  let asked = 0;
  let answered = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/api/live')) asked += 1;
  });
  page.on('requestfinished', (request) => {
    if (request.url().endsWith('/api/live')) answered += 1;
  });
  await page.clock.install();
  const screen = new ConsolePage(page);
  await screen.open('/tier-reviews', 'Tier reviews');
  await expect.poll(() => asked).toBeGreaterThan(0);
  await page.clock.pauseAt(new Date(Date.now() + 600_000));
  const turn = (state: 'hidden' | 'visible') => page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { value: now, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
  // It waits from an answer on; what the page makes of an answer, and what is heard of its question, may take a second each.
  const within5s = async () => {
    await expect.poll(() => answered).toBe(asked);
    const before = asked;
    let seconds = 0;
    await expect.poll(async () => {
      seconds += 1;
      await page.clock.runFor(1_000);
      return asked;
    }).toBeGreaterThan(before);
    expect(seconds).toBeLessThanOrEqual(7);
  };
  await within5s();
  await within5s();
  await turn('hidden');
  const before = asked;
  await page.clock.runFor(60_000);
  expect(asked).toBe(before);
  await turn('visible');
  await within5s();
});
