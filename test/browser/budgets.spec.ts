import { writeMonth } from '../../client/fields/forms.ts';
import { countActions, recordBudget } from './actions.ts';
import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { ReviewPage } from './pages/review-page.ts';
import { colleague, dayAfter, expect, ownWorldTest as test, rowsPath, signedIn } from './pages/world.ts';

test.describe.configure({ mode: 'parallel' });

interface Review {
  id: string;
  affiliate_uid: string;
  month: string;
}

const why = { kind: 'restrict', reason_code: 'suspected_terms_breach', text: 'The invitees all trade from one device.' };

test('a clear tier review is decided from home, and the next case is on the screen', async ({ page, own, context }) => {
  const api = await colleague(own.url, 'operations2');
  const [first, second] = await api.get<Review[]>(`${rowsPath('tier-reviews', { state: 'pending' })}&sort=["created_at","ASC"]`);
  await api.leave();
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  await screen.open('/', 'Home');
  const link = screen.section('Waiting for a decision').getByRole('link', { name: `${writeMonth(first!.month, 'en')} #${first!.id}` });
  await expect(link).toBeVisible();
  const actions = await countActions(page);
  await link.click();
  await expect(screen.section('Conditions of the ladder')).toBeVisible();
  await new ReviewPage(page).decide('a', 'All conditions are met.');
  await expect(screen.title).toHaveText(`Tier review of ${second!.affiliate_uid}, ${writeMonth(second!.month, 'en')}`);
  await expect(screen.section('Conditions of the ladder')).toBeVisible();
  recordBudget('operations', 'decide a clear tier review from home, the next case on the screen', (await actions()).length, 3);
});

test('twenty requests are approved at once, and which failed says why', async ({ page, own, context }) => {
  test.setTimeout(120_000);
  const api = await colleague(own.url, 'operations2');
  const affiliates = await api.get<{ uid: string }[]>(rowsPath('affiliates', { enrolled: 'open', restriction: 'none' }, 59));
  const pending = new Set((await api.get<Review[]>(rowsPath('status-changes', { state: 'pending' }))).map(({ affiliate_uid }) => affiliate_uid));
  const asked: string[] = [];
  for (const { uid } of affiliates.filter(({ uid: one }) => !pending.has(one)).slice(0, 20)) {
    asked.push((await api.post<{ id: string }>('status-changes', { ...why, affiliate_uid: uid })).id);
  }
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open(`/status-changes?${new URLSearchParams({ filter: JSON.stringify({ state: 'pending', kind: 'restrict', requested_by: 'operations2@demo.test' }) })}`, 'Status changes');
  for (const id of asked) await expect(list.row(id)).toHaveCount(1);
  const actions = await countActions(page);
  await list.table.getByRole('checkbox', { name: 'Select all' }).click();
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(screen.dialog.getByRole('textbox', { name: /^Comment/ })).toBeFocused();
  await api.post(`status-changes/${asked[7]}/cancel`, {});
  await api.leave();
  await page.keyboard.type('Seen one by one.');
  await expect(screen.dialog.getByRole('button', { name: 'Approve' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  const results = page.getByRole('dialog', { name: 'Result of each request' });
  await expect(results).toContainText('Decided: 19. Not decided: 1.');
  await expect(results.getByRole('row', { name: `${asked[7]} This has been decided already.` })).toBeVisible();
  recordBudget('operations', 'approve 20 selected, see which failed and why', (await actions()).length, 4);
});

test('a campaign’s cap is raised, and what waits is seen', async ({ page, own, context }) => {
  const api = await colleague(own.url, 'operations2');
  const { now } = await api.get<{ now: string }>('home');
  const { id } = await api.post<{ id: string }>('campaigns', {
    code: 'budgeted', kind: 'exclusive', audience: 'all', name: 'Budgeted', landing_url: 'https://promo.example/b', budget: '100', cap_per_affiliate: '40',
    tasks: [{ task: 'register' }], rewards: [{ side: 'inviter', reward: 'cash', amount: '7.5', currency: 'USDT' }], regions: ['BR'],
    texts: { en: { title: 'Budgeted', body: 'Words.' } },
    starts_at: `${dayAfter(now, -1)}T00:00:00.000Z`, ends_at: `${dayAfter(now, 20)}T00:00:00.000Z`,
  });
  await api.post(`campaigns/${id}/activate`, {});
  await api.leave();
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open('/', 'Home');
  await expect(screen.section('Waiting for a decision')).toBeVisible();
  const actions = await countActions(page);
  await screen.navigation.getByRole('link', { name: 'Campaigns', exact: true }).click();
  await list.row('budgeted').getByRole('link', { name: 'budgeted' }).click();
  await screen.main.getByRole('link', { name: 'Adjust' }).click();
  // The cursor is in the cap, which is chosen to be written over.
  await expect(page.getByLabel(/^Cap per affiliate/)).toBeFocused();
  await page.keyboard.type('60');
  await expect(page.getByLabel(/^Cap per affiliate/)).toHaveValue('60');
  await expect(screen.section('What this changes')).toContainText('All of this waits for a second person. Until then nothing changes.');
  await page.getByLabel(/^Reason/).click();
  await page.keyboard.type('More room for the best of them.');
  await page.keyboard.press('Control+Enter');
  await expect(screen.title).toHaveText('Version 2 of budgeted');
  await expect(screen.main).toContainText('You asked for this. Another person has to decide it');
  recordBudget('operations', 'raise a campaign’s cap and see what waits for the second person', (await actions()).length, 5);
});
