import type { Home } from '../../server/home/contract.ts';
import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { earnedBefore, weekBefore, type EarnedRecord } from './pages/payday.ts';
import { colleague, expect, filtered, firstDay, ownWorldTest as test, rowsPath, signedIn } from './pages/world.ts';

test.describe.configure({ mode: 'parallel' });

const today = firstDay();

/** Records of the last days that earn something, the latest first. */
async function earning(url: string): Promise<[EarnedRecord, EarnedRecord, ...EarnedRecord[]]> {
  const api = await colleague(url, 'operations2');
  const records = await earnedBefore(api, today);
  await api.leave();
  const [first, second, ...more] = records;
  if (!first || !second || more.length < 2) throw new Error('too little has been earned in the last days');
  return [first, second, ...more];
}

test('asked from a selection by operations: a result per record, and what failed stays chosen', async ({ page, own, context }) => {
  const [first, second] = await earning(own.url);
  const other = await colleague(own.url, 'compliance');
  await other.post('reversals', { record_id: second.id, reason_code: 'other', text: 'A colleague was faster.' });
  await other.leave();
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open(filtered('/commissions', weekBefore(today)), 'Commissions');
  for (const { id } of [first, second]) await list.checkbox(id).check();
  await page.getByRole('button', { name: 'Ask for a reversal' }).click();
  await expect(screen.dialog).toContainText('Ask for the reversal of 2 records?');
  await screen.dialog.getByRole('button', { name: 'suspected breach of terms' }).click();
  await page.keyboard.type('They trade in a ring.');
  await page.keyboard.press('Control+Enter');
  const results = page.getByRole('dialog', { name: 'Result of each request' });
  await expect(results.getByRole('row', { name: `Record ${first.id} Asked`, exact: true })).toBeVisible();
  await expect(results.getByRole('row', { name: new RegExp(`^Record ${second.id} There is a pending request`) })).toBeVisible();
  await results.getByRole('button', { name: 'Close' }).click();
  await expect(list.checkbox(second.id)).toBeChecked();
  await expect(screen.main.getByRole('alert')).toContainText(`Record ${second.id}: There is a pending request of this kind already.`);
  await expect(list.checkbox(first.id)).not.toBeChecked();
  await screen.open(`/commissions/${first.id}/show`);
  const waiting = screen.main.getByRole('alert').filter({ hasText: 'A reversal of this record waits for another person; asked by operations@demo.test' });
  await expect(waiting.getByRole('link', { name: /^Reversal \d+$/ })).toBeVisible();
});

test('compliance decides reversals by keys and in bulk, and both sides are shown', async ({ page, own, context }) => {
  const records = (await earning(own.url)).slice(0, 4);
  const first = records[0] as EarnedRecord;
  const api = await colleague(own.url, 'operations');
  const why = { reason_code: 'suspected_terms_breach', text: 'They trade in a ring.' };
  const ids: string[] = [];
  for (const { id } of records) ids.push((await api.post<{ id: string }>('reversals', { record_id: id, ...why })).id);
  const [one, two, three, four] = ids as [string, string, string, string];
  const { requests } = await api.get<Home>('home');
  await api.leave();
  await signedIn(context, own.url, 'compliance');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open('/', 'Home');
  await screen.section('Waits for a second person').getByRole('row', { name: new RegExp(`^Reversals ${requests.reversals?.pending}`) }).getByRole('link').first().click();
  await expect(screen.title).toHaveText('Reversals');
  await expect(list.row(one)).toContainText('→');
  await list.row(one).getByRole('link', { name: one, exact: true }).click();
  await expect(screen.title).toHaveText(`Reversal ${one}`);
  await expect(screen.fact(screen.section('What approving would do'), 'Amount')).toContainText(`-${first.amount.slice(0, 4)}`);
  await page.keyboard.press('a');
  await expect(screen.dialog).toContainText('Approve this reversal?');
  await expect(screen.dialog).toContainText('Open sum after it');
  await page.keyboard.press('Control+Enter');
  await expect(screen.title).toHaveText(`Reversal ${two}`);

  await screen.open(`/commissions/${first.id}/show`, `Commission record ${first.id}`);
  const record = screen.section('This record');
  await expect(record.getByRole('row', { name: new RegExp(`^Reversal ${one} `) })).toContainText('approved');
  await expect(record.getByRole('button', { name: 'Ask for a reversal' })).toHaveCount(0);
  await screen.fact(record, 'Reversed by').getByRole('link').click();
  await expect(screen.fact(screen.section('This record'), 'Reverses')).toHaveText(first.id);
  await expect(screen.fact(screen.section('This record'), 'Kind')).toHaveText('reversal');

  await screen.open('/reversals', 'Reversals');
  for (const id of [two, three]) await list.checkbox(id).check();
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(screen.dialog.getByRole('region', { name: 'All that is chosen' })).toContainText('-');
  await page.keyboard.press('Control+Enter');
  const results = page.getByRole('dialog', { name: 'Result of each request' });
  await expect(results).toContainText('Decided: 2. Not decided: 0.');
  await results.getByRole('button', { name: 'Close' }).click();
  await expect(list.row(two)).toHaveCount(0);
  await list.checkbox(four).check();
  await page.getByRole('button', { name: 'Reject', exact: true }).click();
  await screen.dialog.getByRole('textbox', { name: /^Comment/ }).fill('This one is in order.');
  await page.keyboard.press('Control+Enter');
  await expect(results).toContainText('Decided: 1.');
  await results.getByRole('button', { name: 'Close' }).click();
  await expect(list.row(four)).toHaveCount(0);
});

test('a correction: the engine’s figures are offered, the amount typed only where it has none', async ({ page, own, context }) => {
  const [first] = await earning(own.url);
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  await screen.open(`/commissions/${first.id}/show`, `Commission record ${first.id}`);
  await page.getByRole('button', { name: 'Ask for a correction' }).click();
  await expect(screen.dialog).toContainText('The engine derives no difference for this record');
  await screen.dialog.getByRole('textbox', { name: /^Amount/ }).fill('0.5');
  await screen.dialog.getByRole('button', { name: 'other', exact: true }).click();
  await page.keyboard.type('Agreed with the affiliate.');
  await page.keyboard.press('Control+Enter');
  await expect(screen.section('This record').getByRole('row', { name: /^Correction \d+ pending/ })).toBeVisible();

  const other = await colleague(own.url, 'compliance');
  const [asked] = await other.get<{ id: string }[]>(rowsPath('corrections', { record_id: first.id }, 0));
  await other.post(`corrections/${asked!.id}/approve`, {});
  await other.leave();
  await page.reload();
  await screen.fact(screen.section('This record'), 'Corrected by').getByRole('link').click();
  await expect(screen.fact(screen.section('This record'), 'Corrects')).toHaveText(first.id);
  await expect(screen.fact(screen.section('This record'), 'Amount')).toContainText('0.5');
});
