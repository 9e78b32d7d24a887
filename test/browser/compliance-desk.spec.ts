import { countActions, recordBudget } from './actions.ts';
import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { faultsOf, goDark, widerThan } from './pages/look.ts';
import { colleague, expect, ownWorldTest, rowsPath, signedIn, test } from './pages/world.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

interface Decision {
  affiliate_uid: string;
  requested_by: string;
  decided_by: string;
  evidence: string[];
}

/** An affiliate whose status two people changed, of which the demo world has some. */
async function changedStatus(baseURL: string | undefined): Promise<Decision> {
  const api = await colleague(baseURL, 'compliance2');
  const decisions = await api.get<Decision[]>(rowsPath('decisions', { kind: 'status-changes', outcome: 'approved' }));
  await api.leave();
  return decisions.find(({ evidence }) => evidence.length > 0) ?? decisions[0]!;
}

test('who changed this affiliate’s status, who agreed, on what evidence', async ({ page, context, baseURL }) => {
  const decision = await changedStatus(baseURL);
  await signedIn(context, baseURL, 'compliance');
  const screen = new ConsolePage(page);
  await screen.open('/', 'Home');
  await screen.omnibox.fill(decision.affiliate_uid);
  await expect(page.getByRole('option', { name: decision.affiliate_uid }).first()).toBeVisible();
  const actions = await countActions(page);
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Oversight' }).click();
  const row = page.getByRole('row', { name: /Status changes/ }).first();
  await expect(row).toContainText(decision.requested_by);
  await expect(row).toContainText(decision.decided_by);
  for (const address of decision.evidence) await expect(row.getByRole('link', { name: address })).toHaveAttribute('href', address);
  recordBudget('compliance', 'who changed this affiliate’s status, who agreed, on what evidence', (await actions()).length, 3);
});

test('tier and rate of an affiliate on a date', async ({ page, context, baseURL }) => {
  const api = await colleague(baseURL, 'compliance2');
  const [review] = await api.get<{ affiliate_uid: string; decided_at: string }[]>(rowsPath('tier-reviews', { state: 'approved', programme: 'referral' }, 0));
  const day = review!.decided_at.slice(0, 10);
  const then = await api.get<{ tier: number; rate: number }>(`affiliates/${review!.affiliate_uid}?as_of=${day}T00:00:00.000Z`);
  await api.leave();
  await signedIn(context, baseURL, 'compliance');
  const screen = new ConsolePage(page);
  await screen.open('/', 'Home');
  await screen.omnibox.fill(review!.affiliate_uid);
  await expect(page.getByRole('option', { name: review!.affiliate_uid }).first()).toBeVisible();
  const actions = await countActions(page);
  await page.keyboard.press('Enter');
  await page.getByLabel('As of').first().click();
  await page.getByLabel('As of').first().fill(day);
  const enrolment = screen.section('Enrolment');
  await expect(screen.fact(enrolment, 'Step')).toHaveText(`Tier ${then.tier}`);
  await expect(screen.fact(enrolment, 'Rate')).toContainText(String(then.rate / 100));
  recordBudget('compliance', 'tier and rate of X on a date', (await actions()).length, 3);
});

test('who looked at this person', async ({ page, context, baseURL }) => {
  const { affiliate_uid: uid } = await changedStatus(baseURL);
  const support = await colleague(baseURL, 'support');
  await support.post('reveals', { resource: 'affiliates', id: uid, fields: ['email'], reason: 'ticket 4711: the user asked for it' });
  await support.leave();
  await signedIn(context, baseURL, 'compliance');
  const screen = new ConsolePage(page);
  await screen.open('/', 'Home');
  await screen.omnibox.fill(uid);
  await expect(page.getByRole('option', { name: uid }).first()).toBeVisible();
  const actions = await countActions(page);
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Oversight' }).click();
  const look = page.getByRole('row', { name: /support@demo\.test.*revealed/ }).first();
  await expect(look).toContainText('revealed');
  await expect(look).toContainText('ticket 4711: the user asked for it');
  recordBudget('compliance', 'who looked at this person', (await actions()).length, 2);
});

ownWorldTest.describe('in a world of its own', () => {
  ownWorldTest('a sample of 25 records of a month, performed again, concluded and signed off', async ({ page, context, baseURL }) => {
    await signedIn(context, baseURL, 'compliance');
    const screen = new ConsolePage(page);
    await screen.open('/', 'Home');
    const actions = await countActions(page);
    await screen.navigation.getByRole('link', { name: 'Compliance desk' }).click();
    await page.getByRole('button', { name: 'Draw a sample' }).click();
    await page.getByRole('button', { name: 'Draw and perform again' }).click();
    await expect(screen.title).toHaveText('Sample 1');
    const records = screen.section('The records, performed again');
    await expect(records.getByRole('row')).toHaveCount(26);
    await expect(screen.section('What was drawn')).toContainText('Each of the 25 records comes out again as it was recorded.');
    recordBudget('compliance', 'sample 25 records of a month and re-perform them', (await actions()).length, 4);

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

  ownWorldTest('the desk: each figure leads to its rows, and the chain is walked from there', async ({ page, context, baseURL }) => {
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
});

for (const { path, title } of [
  { path: '/compliance-desk', title: 'Compliance desk' }, { path: '/decisions', title: 'Decisions' }, { path: '/reveals', title: 'Who looked at personal data' },
  { path: '/liabilities', title: 'What is owed to whom' }, { path: '/audit-samples', title: 'Samples of records' }, { path: '/audit-checks', title: 'Walks over the audit chain' },
]) {
  test(`${path} is sound to look at, light and dark`, async ({ page, context, baseURL }) => {
    await signedIn(context, baseURL, 'compliance');
    const screen = new ConsolePage(page);
    await screen.open(path, title);
    await page.waitForLoadState('networkidle');
    expect(await faultsOf(page, 'light')).toEqual([]);
    expect(await widerThan(page)).toEqual([]);
    await goDark(page);
    expect(await faultsOf(page, 'dark')).toEqual([]);
  });
}
