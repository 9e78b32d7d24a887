import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { colleague, dayAfter, expect, ownWorldTest, rowsPath, signedIn, test } from './pages/world.ts';

interface Affiliate {
  uid: string;
  registered_at: string;
}

interface Balance {
  currency: string;
  accrued: string;
}

async function partner(url: string | undefined): Promise<Affiliate> {
  const api = await colleague(url, 'operations2');
  const [found] = await api.get<Affiliate[]>(rowsPath('affiliates', { programme: 'partner', enrolled: 'open' }, 0));
  await api.leave();
  return found!;
}

test('each term of the balance leads to the records that make it up', async ({ page, context, baseURL }) => {
  const { uid } = await partner(baseURL);
  await signedIn(context, baseURL, 'support');
  const balances = (await (await context.request.get(`${baseURL}/api/affiliates/${uid}/balance`)).json()) as Balance[];
  const usdt = balances.find(({ currency }) => currency === 'USDT')!;
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open(`/affiliates/${uid}/show`, `Affiliate ${uid}`);
  const accrued = screen.section('Balance').getByRole('link', { name: `The records behind Accrued, USDT: ${usdt.accrued}` });
  await expect(accrued).toHaveText(/^[\d,.]+$/);
  await accrued.click();
  await expect(screen.title).toHaveText('Commissions');
  await expect(list.range).toBeVisible();
  for (const word of ['zero', 'BTC']) await expect(list.table.getByRole('cell', { name: word, exact: true })).toHaveCount(0);
});

test('as of a day long past the page says what held and what was known', async ({ page, context, baseURL }) => {
  const { uid, registered_at } = await partner(baseURL);
  const day = dayAfter(registered_at, 1);
  await signedIn(context, baseURL, 'compliance');
  const screen = new ConsolePage(page);
  await screen.open(`/affiliates/${uid}/show`, `Affiliate ${uid}`);
  await expect(screen.section('Balance')).toBeVisible();
  await page.getByLabel('As of day (UTC)').fill(dayAfter(registered_at, -1));
  await expect(page.getByText('There was no such account at that instant.')).toBeVisible();
  await page.getByLabel('As of day (UTC)').fill(day);
  await expect(page.getByText('This is how it stood at').locator('time')).toHaveAttribute('datetime', `${day}T00:00:00.000Z`);
  await expect(page.getByText('The console did not know this account yet at that instant.')).toBeVisible();
  await expect(screen.section('Balance')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show now' }).click();
  await expect(screen.section('Balance')).toBeVisible();
});

ownWorldTest('a boost is asked for by one and agreed by another', async ({ page, own, browser }) => {
  const { uid } = await partner(own.url);
  const screen = new ConsolePage(page);
  await signedIn(page.context(), own.url, 'operations');
  await screen.open(`/boosts/create?affiliate_uid=${uid}`, 'Request a boost');
  await page.getByLabel(/^From \(UTC\)/).fill('2026-12-01');
  await page.getByLabel(/^To \(UTC\)/).fill('2026-12-01');
  await page.getByLabel(/^Why/).fill('The welcome campaign in December.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Name a later day, on which it is over.')).toBeVisible();
  await page.getByLabel(/^To \(UTC\)/).fill('2027-02-01');
  await page.keyboard.press('Control+Enter');
  await expect(screen.title).toHaveText(/^Boost \d+$/);
  await expect(page.getByText('You asked for this. Another person has to decide it.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Approve/ })).toHaveCount(0);
  const path = screen.address();
  const name = await screen.title.innerText();

  const other = await browser.newContext({ baseURL: own.url });
  await signedIn(other, own.url, 'operations2');
  const second = await other.newPage();
  await second.goto(`/#/affiliates/${uid}/show`);
  await expect(second.getByRole('alert').filter({ hasText: 'A boost waits for another person' }).filter({ hasText: name })).toBeVisible();
  await second.goto(`/#${path}`);
  await expect(second.getByRole('button', { name: /^Approve/ })).toBeVisible();
  await second.keyboard.press('a');
  await expect(second.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await second.keyboard.press('Control+Enter');
  // The next case opens by itself: the demo's own pending boost.
  await expect(second.getByRole('heading', { level: 1 })).not.toHaveText(name);
  await second.goto(`/#${path}`);
  await expect(second.getByRole('region', { name: 'The request' })).toContainText('approved');
  await other.close();
});
