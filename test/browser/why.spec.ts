import type { AffiliateSentences } from '../../server/sentences/contract.ts';
import { ConsolePage } from './pages/console-page.ts';
import { colleague, expect, rowsPath, signedIn, test } from './pages/world.ts';

test.describe.configure({ mode: 'parallel' });

interface Asked {
  /** An affiliate with a tier. */
  affiliate: string;
  sentences: AffiliateSentences;
  /** A payout's line. */
  line: string;
  payout: string;
  day: string;
}

async function asked(url: string | undefined): Promise<Asked> {
  const api = await colleague(url, 'compliance2');
  const [affiliate] = await api.get<{ uid: string }[]>(rowsPath('affiliates', { programme: 'referral', tier: 1, enrolled: 'open' }, 0));
  const [line] = await api.get<{ id: string; batch_id: string; day: string }[]>(rowsPath('payout-lines', { status: 'paid' }, 0));
  const sentences = await api.get<AffiliateSentences>(`affiliates/${affiliate!.uid}/sentences`);
  await api.leave();
  return {
    affiliate: affiliate!.uid, sentences,
    line: line!.id, payout: line!.batch_id, day: line!.day,
  };
}

test('sentences for a customer: in the language that was chosen last, copied with one key', async ({ page, context, baseURL }) => {
  const { affiliate, sentences, line } = await asked(baseURL);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signedIn(context, baseURL, 'support');
  const screen = new ConsolePage(page);
  await screen.open(`/affiliates/${affiliate}/show`, `Affiliate ${affiliate}`);
  const told = screen.section('For the customer');
  await expect(told.getByRole('blockquote').first()).toHaveText((sentences.standing ?? sentences.tier)!.en);
  await told.getByRole('button', { name: 'فارسی' }).click();
  const persian = (sentences.standing ?? sentences.tier)!.fa;
  await expect(told.getByRole('blockquote').first()).toHaveText(persian);
  await expect(told.getByRole('blockquote').first()).toHaveAttribute('dir', 'rtl');
  await page.keyboard.press('c');
  await expect(page.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(persian);

  await screen.open(`/payout-lines/${line}/show`, `Payout line ${line}`);
  await expect(screen.section('For the customer').getByRole('blockquote')).toHaveAttribute('lang', 'fa');
});

test('the omnibox: numbers, days, screens and actions by keys alone, the latest first', async ({ page, context, baseURL }) => {
  const { payout, day, line, affiliate } = await asked(baseURL);
  await signedIn(context, baseURL, 'support');
  const screen = new ConsolePage(page);
  await screen.open('/commissions', 'Commissions');
  // Once it is there, the new page takes the focus.
  const arrived = async (address: RegExp) => {
    await expect(page).toHaveURL(address);
    await expect(page.getByRole('main')).toBeFocused();
  };
  const type = async (text: string) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText(text);
  };
  await type(day);
  await page.keyboard.press('Enter');
  await arrived(new RegExp(`#/payouts/${payout}/show`));

  await type(line);
  await expect(page.getByRole('group', { name: 'Payout line', exact: true })).toBeVisible();
  await expect(page.getByText('Not looked for, as your role may not: Import.')).toBeVisible();

  await type(affiliate);
  await expect(page.getByRole('option', { name: `Request suspension for ${affiliate}` })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/status-changes\/create\?.*kind=suspend/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Request/);

  await type('light and dark');
  await page.keyboard.press('Enter');
  await expect(screen.omnibox).toHaveValue('');
  await type('prefer');
  await page.keyboard.press('Enter');
  await expect(screen.title).toHaveText('Preferences');
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();

  await page.keyboard.press('Control+k');
  await page.keyboard.press('ArrowDown');
  const recent = page.getByRole('group', { name: 'Recent' });
  await expect(recent.getByRole('option').first()).toContainText('Payout');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`#/payouts/${payout}/show`));
});

test('a run of one kind is one line away', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  await screen.open('/', 'Home');
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('run: eval');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('Evaluation');
});
