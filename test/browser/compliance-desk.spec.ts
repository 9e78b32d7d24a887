import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { expect, ownWorldTest as test, signedIn } from './pages/world.ts';

test('a sample of 25 records of a month, performed again, concluded and signed off', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'compliance');
  const screen = new ConsolePage(page);
  await screen.open('/', 'Home');
  await screen.navigation.getByRole('link', { name: 'Compliance desk' }).click();
  await page.getByRole('button', { name: 'Draw a sample' }).click();
  await page.getByRole('button', { name: 'Draw and perform again' }).click();
  await expect(screen.title).toHaveText('Sample 1');
  const records = screen.section('The records, performed again');
  await expect(records.getByRole('row')).toHaveCount(26);
  await expect(screen.section('What was drawn')).toContainText('Each of the 25 records comes out again as it was recorded.');

  await records.getByRole('button', { name: /^Conclude on record/ }).first().click();
  await screen.dialog.getByRole('button', { name: 'exception' }).click();
  await screen.dialog.getByRole('textbox', { name: 'Comment' }).fill('The base does not fit the ticket.');
  await page.keyboard.press('Control+Enter');
  await expect(records.getByRole('row').nth(1)).toContainText('The base does not fit the ticket.');
  await page.getByRole('button', { name: 'Sign off' }).click();
  await expect(screen.dialog.getByRole('button', { name: 'satisfactory', exact: true })).toHaveCount(0);
  await screen.dialog.getByRole('button', { name: 'with exceptions' }).click();
  await screen.dialog.getByRole('textbox', { name: 'Comment' }).fill('One exception of twenty-five.');
  await page.keyboard.press('Control+Enter');
  await expect(screen.section('What was drawn')).toContainText('signed off');
  await expect(page.getByRole('button', { name: /Sign off|^Conclude/ })).toHaveCount(0);
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Work paper (CSV)' }).click();
  expect((await coming).suggestedFilename()).toMatch(/^audit-sample-records.*\.csv$/);
});

test('the desk: each figure leads to its rows, and the chain is walked from there', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'compliance');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open('/', 'Home');
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await expect(screen.title).toHaveText('Compliance desk');
  await expect(screen.section('Decided by who asked')).toContainText('in none of them did the same person ask and decide');
  const tierReviews = screen.section('Decided by who asked').getByRole('row', { name: /^Tier reviews/ });
  const examined = Number(await tierReviews.getByRole('link').first().innerText());
  await page.getByRole('button', { name: 'Walk the whole chain' }).click();
  await expect(screen.section('Audit chain')).toContainText(/All [\d,]+ events hold\./);
  await screen.section('What the house owes').getByRole('row').nth(1).getByRole('link').last().click();
  await expect(screen.title).toHaveText('What is owed to whom');
  await expect(list.rows.first()).toBeVisible();
  await page.goBack();
  await tierReviews.getByRole('link').first().click();
  await expect(screen.title).toHaveText('Decisions');
  await expect(page.getByText(new RegExp(`of ${examined}$`))).toBeVisible();
});

test('the day of what is owed never names another than the figures are of', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'compliance');
  const screen = new ConsolePage(page);
  await screen.open('/compliance-desk', 'Compliance desk');
  const day = screen.section('What the house owes').getByLabel('At the end of');
  const today = await day.inputValue();
  for (const wrong of ['', '2999-01-01']) {
    await day.fill(wrong);
    await expect(day).toHaveAttribute('aria-invalid', 'true');
    await day.blur();
    await expect(day).toHaveValue(today);
    await expect(day).toHaveAttribute('aria-invalid', 'false');
  }
});
