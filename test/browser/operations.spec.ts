import { writeMonth } from '../../client/fields/forms.ts';
import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { ReviewPage } from './pages/review-page.ts';
import { colleague, expect, ownWorldTest as test, rowsPath, signedIn } from './pages/world.ts';

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
  expect(reviews.length).toBeGreaterThan(3);
  return reviews;
}

const titleOf = ({ affiliate_uid, month }: Review) => `Tier review of ${affiliate_uid}, ${writeMonth(month, 'en')}`;

test('from the queue at home to a decision and the next case, by keys', async ({ page, own }) => {
  const [first, second] = (await pendingReviews(own.url)) as [Review, Review];
  const screen = new ConsolePage(page);
  const review = new ReviewPage(page);
  await page.goto('/');
  await screen.signIn('operations');

  const queue = screen.section('Waiting for a decision');
  await expect(queue.getByRole('row')).toHaveCount((await pendingReviews(own.url)).length + 1);
  await expect(screen.section(/^[A-Z][a-z]{2} \d+, \d{4}$/)).toContainText(/Earned this month\s*[\d,]+\.\d\d\s*USDT/);
  await expect(screen.section('Next deadlines').getByRole('row', { name: /^Commission run of/ })).toBeVisible();

  await queue.getByRole('link', { name: `${writeMonth(first.month, 'en')} #${first.id}` }).click();
  await expect(screen.title).toHaveText(titleOf(first));
  await expect(review.position).toHaveText(/^1 of \d+ pending$/);
  for (const part of ['Conditions of the ladder', 'What the promotion costs', 'Earlier evaluations']) {
    await expect(screen.section(part)).toBeVisible();
  }

  await review.ask('a');
  await page.keyboard.type('too short');
  await page.keyboard.press('Control+Enter');
  await expect(review.comment).toHaveAttribute('aria-invalid', 'true');
  await expect(review.comment).toHaveAccessibleDescription(/At least 10 characters; so far 9/);
  await expect(review.comment).toBeFocused();
  await page.keyboard.type(', now long enough');
  await expect(review.comment).toHaveAttribute('aria-invalid', 'false');
  await page.keyboard.press('Control+Enter');

  await expect(screen.title).toHaveText(titleOf(second));
  await expect(page.getByRole('alert').filter({ hasText: 'Approved' })).toBeVisible();
  expect(await screen.focused()).toEqual({ tag: 'MAIN', id: 'main-content' });

  await screen.open(`/tier-reviews/${first.id}/show`, titleOf(first));
  const summary = screen.section('Promotion');
  await expect(summary).toContainText('approved');
  await expect(screen.fact(summary, 'Decided by')).toHaveText('operations@demo.test');
  await expect(screen.fact(summary, 'Comment')).toHaveText('too short, now long enough');
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
});

test('R rejects, arrows lead through the queue, Escape decides nothing', async ({ page, own, context }) => {
  const [first, second, third] = (await pendingReviews(own.url)) as [Review, Review, Review];
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  const review = new ReviewPage(page);
  await screen.open(`/tier-reviews/${first.id}/show`, titleOf(first));
  await expect(review.position).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(screen.title).toHaveText(titleOf(second));
  await page.getByRole('button', { name: 'Reject' }).dblclick();
  await expect(review.comment).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(review.dialog).toHaveCount(0);
  await expect(screen.section('Promotion')).toContainText('pending');
  await review.decide('r', 'The pattern looks staged.');
  await expect(screen.title).toHaveText(titleOf(third));
  await page.keyboard.press('ArrowLeft');
  await expect(screen.title).toHaveText(titleOf(first));

  await screen.open(`/tier-reviews/${second.id}/show`, titleOf(second));
  await expect(screen.section('Promotion')).toContainText('rejected');
});

test('what a colleague has decided meanwhile is refused, and the comment is kept', async ({ page, own, context }) => {
  const [first] = (await pendingReviews(own.url)) as [Review];
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  const review = new ReviewPage(page);
  await screen.open(`/tier-reviews/${first.id}/show`, titleOf(first));
  await review.ask('a');
  await page.keyboard.type('Everything is in order.');
  const other = await colleague(own.url, 'operations2');
  await other.post(`tier-reviews/${first.id}/reject`, { comment: 'A colleague was faster.' });
  await other.leave();
  await page.keyboard.press('Control+Enter');
  await expect(review.dialog.getByRole('alert')).toHaveText('This has been decided already.');
  await expect(review.comment).toHaveValue('Everything is in order.');
});

test('a bulk approval tells each row’s result; what is decided is chosen no more', async ({ page, own, context }) => {
  const [first, second, third] = (await pendingReviews(own.url)) as [Review, Review, Review];
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  const review = new ReviewPage(page);
  await screen.open('/tier-reviews', 'Tier reviews');
  for (const { id } of [first, second, third]) await list.checkbox(id).check();
  await expect(page.getByText('3 items selected')).toBeVisible();
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(screen.dialog).toContainText('Approve 3 promotions?');

  const other = await colleague(own.url, 'operations2');
  await other.post(`tier-reviews/${second.id}/reject`, { comment: 'A colleague was faster.' });
  await other.leave();
  await review.comment.fill('All three are in order.');
  await page.keyboard.press('Control+Enter');

  const results = page.getByRole('dialog', { name: 'Result of each request' });
  await expect(results).toContainText('Decided: 2. Not decided: 1.');
  const result = (text: string) => results.getByRole('row', { name: text, exact: true });
  await expect(result(`${first.id} Approved`)).toBeVisible();
  await expect(result(`${second.id} This has been decided already.`)).toBeVisible();
  await expect(result(`${third.id} Approved`)).toBeVisible();
  await results.getByRole('button', { name: 'Close' }).click();
  await expect(list.row(first.id)).toHaveCount(0);
  await expect(page.getByText(/items? selected/)).not.toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('what a bulk decision could not decide for now stays chosen, with its reason', async ({ page, own, context }) => {
  const [first, second, third] = (await pendingReviews(own.url)) as [Review, Review, Review];
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  const review = new ReviewPage(page);
  const results = page.getByRole('dialog', { name: 'Result of each request' });
  const reasons = screen.main.getByRole('alert');
  // The affiliate of the second is suspended for as long as the route stands.
  await page.route('**/api/tier-reviews/approve', async (route) => {
    const { ids, comment } = route.request().postDataJSON() as { ids: string[]; comment: string };
    const answer = await route.fetch({ postData: { ids: ids.filter((id) => id !== second.id), comment } });
    const body = (await answer.json()) as { results: unknown[] };
    body.results.push({ id: second.id, ok: false, code: 'suspended' });
    await route.fulfill({ response: answer, json: body });
  });
  await screen.open('/tier-reviews', 'Tier reviews');
  for (const { id } of [first, second, third]) await list.checkbox(id).check();
  await page.getByRole('button', { name: 'Approve' }).click();
  await review.comment.fill('All three are in order.');
  await page.keyboard.press('Control+Enter');
  await expect(results).toContainText('Decided: 2. Not decided: 1.');
  await results.getByRole('button', { name: 'Close' }).click();

  await expect(page.getByText('1 item selected')).toBeVisible();
  await expect(list.checkbox(second.id)).toBeChecked();
  await expect(reasons).toContainText(`Review ${second.id}: The affiliate is suspended.`);
  await list.checkbox(second.id).uncheck();
  await expect(reasons).toHaveCount(0);
  await list.checkbox(second.id).check();
  await expect(reasons).toContainText('The affiliate is suspended.');

  await page.unroute('**/api/tier-reviews/approve');
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(reasons).toHaveCount(0);
  await review.comment.fill('The suspension is lifted.');
  await page.keyboard.press('Control+Enter');
  await expect(results).toContainText('Decided: 1. Not decided: 0.');
  await results.getByRole('button', { name: 'Close' }).click();
  await expect(list.row(second.id)).toHaveCount(0);
  await expect(page.getByText(/items? selected/)).not.toBeVisible();
});
