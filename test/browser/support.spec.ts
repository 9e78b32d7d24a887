import type { Page } from '@playwright/test';
import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { colleague, dayAfter, expect, rowsPath, signedIn, test } from './pages/world.ts';

test.describe.configure({ mode: 'parallel' });

interface Account {
  uid: string;
  email: string;
  name: string;
}

async function asCompliance<Body>(url: string | undefined, path: string): Promise<Body> {
  const api = await colleague(url, 'compliance2');
  const answer = await api.get<Body>(path);
  await api.leave();
  return answer;
}

/** A trade of the last weeks that earned nothing as it came too long after the registration. */
async function expiredTrade(url: string | undefined): Promise<string> {
  const { now } = await asCompliance<{ now: string }>(url, 'home');
  const from = `${dayAfter(now, -29)}T00:00:00.000Z`;
  const filter = { reason: 'window_expired', executed_at_gte: from, executed_at_lt: now };
  const [record] = await asCompliance<{ trade_id: string }[]>(url, rowsPath('commissions', filter, 0));
  return record?.trade_id ?? '';
}

/** Everything that the page holds: its markup, what its fields hold, and both of its stores. */
async function heldBy(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value);
    const stores = [localStorage, sessionStorage].map((store) => JSON.stringify({ ...store }));
    return [document.documentElement.outerHTML, ...fields, ...stores].join('\n');
  });
}

test('from the ticket to the nine checks, all on the screen', async ({ page, baseURL }) => {
  const trade = await expiredTrade(baseURL);
  const screen = new ConsolePage(page);
  await page.goto('/');
  await screen.signIn('support');
  await expect(screen.section('What does the ticket name?').getByRole('combobox')).toBeFocused();

  await page.keyboard.insertText(`  ${trade} `);
  await page.keyboard.press('Enter');

  await expect(screen.title).toHaveText(`Trade ${trade}`);
  const checks = screen.section('The nine checks').getByRole('row', { name: /^REF-1\.[1-9] / });
  await expect(checks).toHaveCount(9);
  for (const check of await checks.all()) await expect(check).toBeInViewport({ ratio: 1 });
  await expect(checks.filter({ hasText: 'the reason' })).toHaveCount(1);
  await expect(checks.filter({ hasText: 'the reason' })).toContainText(/^REF-1\.4.*failed/);
  await expect(screen.section('The amount, line by line')).toContainText('Base: the fee really paid');
});

test('a code, a uid, an e-mail address lead to the account', async ({ page, context, baseURL }) => {
  const [account] = await asCompliance<(Account & { referral_code: string })[]>(baseURL, rowsPath('affiliates', {}, 0));
  await signedIn(context, baseURL, 'support');
  const screen = new ConsolePage(page);
  await screen.open('/', 'Home');
  for (const word of [account!.referral_code, account!.uid, account!.email]) {
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText(word);
    await page.keyboard.press('Enter');
    await expect(screen.title).toHaveText(`Affiliate ${account!.uid}`);
    await screen.open('/', 'Home');
  }
  await screen.omnibox.fill('no-such-thing');
  await expect(page.getByText('Nothing has exactly this id, code or address.')).toBeVisible();
});

test('personal data is masked, and one person’s is shown for a reason only', async ({ page, context, baseURL }) => {
  const [account] = await asCompliance<Account[]>(baseURL, rowsPath('affiliates', {}, 0));
  const { uid, email, name } = account!;
  await signedIn(context, baseURL, 'support');
  const screen = new ConsolePage(page);
  await screen.open(`/affiliates/${uid}/show`, `Affiliate ${uid}`);
  const person = screen.section('Personal data');
  await expect(screen.fact(person, 'E-mail address')).toHaveText('•••');
  expect(await heldBy(page)).not.toContain(email);

  await person.getByRole('button', { name: 'Reveal with a reason' }).click();
  const dialog = page.getByRole('dialog', { name: `Reveal the personal data of ${uid}?` });
  const reason = dialog.getByRole('textbox', { name: /^Reason/ });
  const reveal = dialog.getByRole('button', { name: 'Reveal with a reason' });
  await expect(reason).toBeFocused();
  await expect(reveal).toBeDisabled();
  await reason.fill('          ');
  await expect(reveal).toBeDisabled();
  await reason.fill('because');
  await expect(reveal).toBeDisabled();
  const stated = 'Ticket 4711: the customer asks which address we hold.';
  await reason.fill(stated);
  await reveal.click();
  await expect(screen.fact(person, 'E-mail address')).toHaveText(email);
  await expect(screen.fact(person, 'Name')).toHaveText(name);

  await screen.open('/affiliates', 'Affiliates');
  await screen.open(`/affiliates/${uid}/show`, `Affiliate ${uid}`);
  await expect(screen.fact(person, 'E-mail address')).toHaveText('•••');
  expect(await heldBy(page)).not.toContain(email);

  const [event] = await asCompliance<{ actor: string; reason: string }[]>(
    baseURL, rowsPath('audit-events', { action: 'account.revealed', subject_id: uid }, 0),
  );
  expect(event).toMatchObject({ actor: 'support@demo.test', reason: stated });
});

test('no list holds a clear e-mail address, nor do the browser’s stores', async ({ page, context, baseURL }) => {
  const clear = [
    ...(await asCompliance<Account[]>(baseURL, rowsPath('affiliates'))),
    ...(await asCompliance<Account[]>(baseURL, rowsPath('referrals'))),
  ].map(({ email }) => email);
  expect(clear.length).toBeGreaterThan(50);
  await signedIn(context, baseURL, 'support');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  for (const [path, title] of [['/affiliates', 'Affiliates'], ['/referrals', 'Referrals']] as const) {
    await screen.open(path, title);
    await expect(list.range).toBeVisible();
    await list.showAllColumns();
    await expect(list.table.getByRole('columnheader', { name: 'E-mail' })).toBeVisible();
    await expect(list.table.getByRole('cell', { name: '•••' }).first()).toBeVisible();
    const held = await heldBy(page);
    expect(clear.filter((email) => held.includes(email))).toEqual([]);
  }
});

test('support decides and exports nothing, and is told where it may not go', async ({ page, context, baseURL }) => {
  const [review] = await asCompliance<{ id: string }[]>(baseURL, rowsPath('tier-reviews', { state: 'pending' }, 0));
  await signedIn(context, baseURL, 'support');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open(`/tier-reviews/${review!.id}/show`, /^Tier review of/);
  await expect(screen.section('Conditions of the ladder')).toBeVisible();
  await expect(page.getByRole('button', { name: /Approve|Reject/ })).toHaveCount(0);
  await page.keyboard.press('a');
  await page.keyboard.press('r');
  await expect(screen.dialog).toHaveCount(0);

  const lists = { '/tier-reviews': 'Tier reviews', '/affiliates': 'Affiliates', '/commissions': 'Commissions' };
  for (const [path, title] of Object.entries(lists)) {
    await screen.open(path, title);
    await expect(list.range).toBeVisible();
    await expect(page.getByRole('link', { name: 'Export CSV' })).toHaveCount(0);
    await expect(page.getByRole('checkbox', { name: /^Select row/ })).toHaveCount(0);
  }
  await screen.open('/runs', 'Runs');
  await expect(page.getByRole('button', { name: 'Start a run' })).toHaveCount(0);
  await expect(screen.navigation.getByRole('link')).toHaveText([
    'Home', 'Affiliates', 'Referrals', 'Recall check', 'Recalls', 'Signals', 'Tier reviews', 'Status changes', 'Applications', 'Content reviews',
    'Campaign changes', 'Reversals', 'Corrections', 'Boosts', 'Performance', 'Campaigns', 'Bonuses', 'Commissions', 'Payouts', 'Runs',
    'Evaluations', 'Rulebooks',
  ]);
  for (const path of ['/audit-events', '/audit-events/1/show', '/imports', '/staff']) {
    await screen.open(path, 'Not for your role');
    await expect(page.getByRole('alert')).toContainText('Your role may not see this page.');
    await screen.open('/', 'Home');
  }
});
