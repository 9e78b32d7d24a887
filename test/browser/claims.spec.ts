import type { Browser, Page } from '@playwright/test';
import { openDatabase } from '../../db/connection.ts';
import { execute } from '../../db/statement.ts';
import { writeMonth } from '../../client/fields/forms.ts';
import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { colleague, expect, ownWorldTest as test, rowsPath, signedIn, type Who } from './pages/world.ts';

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
const pathOf = ({ id }: Review) => `/tier-reviews/${id}/show`;

async function another(browser: Browser, url: string, who: Who): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, locale: 'en-US', timezoneId: 'UTC' });
  await signedIn(context, url, who);
  return context.newPage();
}

/** As if all that is in hand had been taken long ago. */
async function letLie(databaseUrl: string): Promise<void> {
  const database = openDatabase(databaseUrl);
  await database.transaction((transaction) => execute(transaction, 'UPDATE claims SET taken_at = 0, until_at = 1', {}));
  await database.close();
}

test('who has a case in hand stands in the queue and on the case; another is warned and may decide', async ({ page, own, context, browser }) => {
  const [first, second] = (await pendingReviews(own.url)) as [Review, Review];
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  await screen.open(pathOf(first), titleOf(first));
  await expect(page.getByRole('button', { name: 'Take in hand' })).toBeVisible();
  await page.keyboard.press('i');
  await expect(screen.main.getByText('in your hand')).toBeVisible();
  await screen.open('/', 'Home');
  await expect(screen.section('In hand').getByRole('link', { name: `Tier reviews #${first.id}` })).toBeVisible();

  const theirs = await another(browser, own.url, 'operations2');
  const their = new ConsolePage(theirs);
  const list = new ListPage(theirs);
  await their.open('/tier-reviews', 'Tier reviews');
  await expect(list.row(first.id)).toContainText('in hand: operations');
  await list.checkbox(first.id).check();
  await list.checkbox(second.id).check();
  await theirs.getByRole('button', { name: 'Approve' }).click();
  await expect(their.dialog.getByRole('status')).toContainText(`${first.id}: operations@demo.test`);
  await theirs.keyboard.press('Escape');
  await expect(their.dialog).toHaveCount(0);
  await list.row(first.id).getByRole('link', { name: first.id, exact: true }).click();
  await expect(their.title).toHaveText(titleOf(first));
  await expect(theirs.getByRole('button', { name: 'Take in hand' })).toHaveCount(0);
  await theirs.keyboard.press('a');
  await expect(their.dialog.getByRole('status')).toHaveText('operations@demo.test has this in hand. It can be decided all the same.');
  await theirs.keyboard.type('It could not wait any longer.');
  await theirs.keyboard.press('Control+Enter');
  await expect(their.title).toHaveText(titleOf(second));
  await expect(screen.section('In hand')).toHaveCount(0);
  await theirs.context().close();
});

test('put back, taken again by keys, and handed over to a colleague', async ({ page, own, context, browser }) => {
  const [first] = (await pendingReviews(own.url)) as [Review];
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  await screen.open(pathOf(first), titleOf(first));
  await page.getByRole('button', { name: 'Take in hand' }).click();
  await page.getByRole('button', { name: 'Put back' }).click();
  await expect(page.getByText('Put back: anybody can take it.')).toBeVisible();
  await expect(screen.main.getByText('in your hand')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(screen.main.getByText('in your hand')).toBeVisible();

  const theirs = await another(browser, own.url, 'operations2');
  const their = new ConsolePage(theirs);
  await their.open('/', 'Home');
  await expect(their.section('Waiting for a decision')).toBeVisible();
  await page.getByRole('button', { name: 'Hand over' }).click();
  await screen.dialog.getByRole('combobox').click();
  await page.getByRole('option', { name: /operations2@demo\.test/ }).click();
  await screen.dialog.getByRole('button', { name: 'Hand over' }).click();
  await expect(screen.main.getByText('in hand: operations2')).toBeVisible();
  const row = their.section('In hand').getByRole('row', { name: new RegExp(`#${first.id} in your hand`) });
  await expect(row).toContainText('operations@demo.test');
  await theirs.context().close();
});

test('a case that was let lie is raised at home and in the queue, and free to take', async ({ page, own, context }) => {
  const [first] = (await pendingReviews(own.url)) as [Review];
  const api = await colleague(own.url, 'operations2');
  await api.post('claims', { resource: 'tier-reviews', case_id: first.id });
  await api.leave();
  await letLie(own.databaseUrl);
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  await screen.open('/tier-reviews', 'Tier reviews');
  await expect(new ListPage(page).row(first.id)).toContainText('left lying: operations2');
  await screen.open('/', 'Home');
  await expect(screen.section('In hand')).toContainText('left lying: operations2');
  await screen.section('In hand').getByRole('link', { name: `Tier reviews #${first.id}` }).click();
  await expect(screen.title).toHaveText(titleOf(first));
  await page.getByRole('button', { name: 'Take in hand' }).click();
  await expect(screen.main.getByText('in your hand')).toBeVisible();
});
