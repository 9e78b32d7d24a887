import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { expect, filtered, ownWorldTest as test, signedIn } from './pages/world.ts';

test.describe.configure({ mode: 'parallel' });

test('a view keeps filter, order, columns and height; shared, a colleague opens it by its address', async ({ page, own, context, browser }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signedIn(context, own.url, 'compliance');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open(filtered('/affiliates', { country: 'DE' }), 'Affiliates');
  const header = (name: string) => list.table.getByRole('columnheader', { name });
  await header('uid').getByRole('button').click();
  await expect(page).toHaveURL(/sort=uid&order=ASC|order=ASC&.*sort=uid/);
  await page.getByRole('button', { name: 'Columns' }).click();
  const columns = page.getByRole('dialog', { name: 'Columns' });
  await columns.getByRole('checkbox', { name: 'Country' }).uncheck();
  await columns.getByRole('switch', { name: 'Tall rows' }).check();
  await page.keyboard.press('Escape');
  const tall = (await list.rows.first().boundingBox())!.height;

  await page.getByRole('button', { name: 'Save this view' }).click();
  await screen.dialog.getByRole('textbox', { name: /^Name/ }).fill('Germans');
  await screen.dialog.getByRole('checkbox', { name: /^Share/ }).check();
  await page.keyboard.press('Enter');
  await expect(list.preset('Germans (shared)')).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Copy the link to “Germans”' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const other = await browser.newContext({ baseURL: own.url, locale: 'en-US' });
  await signedIn(other, own.url, 'operations');
  const theirs = await other.newPage();
  await theirs.goto(link);
  const their = new ListPage(theirs);
  await expect(their.preset('Germans (compliance@demo.test)')).toHaveAttribute('aria-pressed', 'true');
  await expect(theirs).toHaveURL(/sort=uid&order=ASC/);
  await expect(their.table.getByRole('columnheader', { name: 'Country' })).toHaveCount(0);
  await expect.poll(async () => (await their.rows.first().boundingBox())?.height).toBe(tall);
  await their.preset('Germans (compliance@demo.test)').press('Delete');
  await expect(their.preset('Germans (compliance@demo.test)')).toBeVisible();

  // Deleted by its author, it goes from the colleague's list, too; taken back, it is there again.
  await list.preset('Germans (shared)').press('Delete');
  await expect(list.preset('Germans (shared)')).toHaveCount(0);
  await expect(their.preset('Germans (compliance@demo.test)')).toHaveCount(0);
  await page.getByRole('alert').filter({ hasText: 'is deleted' }).getByRole('button', { name: 'Undo' }).click();
  await expect(list.preset('Germans (shared)')).toHaveAttribute('aria-pressed', 'true');
  await expect(their.preset('Germans (compliance@demo.test)')).toBeVisible();
  await other.close();
});

test('an address with a filter that there is not says so, and one press takes it back', async ({ page, own, context }) => {
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open(filtered('/affiliates', { nonsense: 'x' }), 'Affiliates');
  const problem = screen.main.getByRole('alert').filter({ hasText: 'nonsense' });
  await problem.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(list.rows.first()).toBeVisible();
  await expect(problem).toHaveCount(0);
});

test('an address of a view that is gone says so', async ({ page, own, context }) => {
  await signedIn(context, own.url, 'support');
  const screen = new ConsolePage(page);
  await screen.open('/affiliates?view=987654', 'Affiliates');
  await expect(screen.main.getByRole('alert')).toHaveText('This view is gone, or is not shared with you.');
  await expect(new ListPage(page).range).toBeVisible();
});

test('a deleted view comes back by keys; a name that is taken is written over', async ({ page, own, context }) => {
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  const save = async (country: string) => {
    await screen.open(filtered('/affiliates', { country }), 'Affiliates');
    await page.getByRole('button', { name: 'Save this view' }).click();
    await page.keyboard.type('Mine');
  };
  await save('DE');
  await page.keyboard.press('Enter');
  await expect(list.preset('Mine')).toHaveAttribute('aria-pressed', 'true');
  await save('BR');
  await expect(screen.dialog).toContainText('Your view of this name is written over.');
  await page.keyboard.press('Enter');
  await expect(list.preset('Mine')).toHaveAttribute('aria-pressed', 'true');
  await list.preset('All').click();
  await list.preset('Mine').press('Enter');
  await expect(page).toHaveURL(/BR/);
  await list.preset('Mine').press('Delete');
  await expect(list.preset('Mine')).toHaveCount(0);
  await expect(page.getByRole('alert').filter({ hasText: 'is deleted' })).toBeVisible();
  await expect(list.filters).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(list.preset('Mine')).toBeVisible();
});
