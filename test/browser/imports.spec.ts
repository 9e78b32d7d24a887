import { readFileSync } from 'node:fs';
import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { tradeColumns, tradesFile } from './pages/trades.ts';
import { UploadPage } from './pages/upload-page.ts';
import { colleague, expect, rowsPath, signedIn, test } from './pages/world.ts';

test.describe.configure({ mode: 'parallel' });

/** An account that trades, and an instant at which it may have. */
async function trader(url: string | undefined): Promise<{ uid: string; executed_at: string }> {
  const api = await colleague(url, 'operations2');
  const [trade] = await api.get<{ invitee_uid: string; executed_at: string }[]>(rowsPath('commissions', {}, 0));
  await api.leave();
  return { uid: trade?.invitee_uid ?? '', executed_at: trade?.executed_at ?? '' };
}

test('good and bad rows: progress, figures, rejects as a file', async ({ page, context, baseURL }, about) => {
  const { testId } = about;
  const { uid, executed_at } = await trader(baseURL);
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  const upload = new UploadPage(page);
  const trade = (number: number, rest = {}) => ({ trade_id: `T-${testId}-${number}`, uid, executed_at, ...rest });
  const csv = tradesFile([
    trade(1), trade(2), trade(3, { uid: '999999999' }), trade(4, { fee: '0.123456789' }),
    trade(5, { executed_at: 'yesterday' }), trade(1, { fee: '2' }),
  ]);
  await page.route(/\/api\/imports\/\d+$/, async (route) => {
    const answer = await route.fetch();
    const half = { ...((await answer.json()) as object), state: 'running', progress: 0.5, finished_at: null };
    await route.fulfill({ response: answer, json: half });
  }, { times: 1 });

  await screen.open('/imports', 'Imports');
  await upload.choose(`trades-${testId}.csv`, csv);
  await expect(upload.dialog.getByRole('combobox', { name: 'Feed' })).toHaveText('Trades');
  await upload.send();
  const progress = page.getByRole('progressbar', { name: 'Progress of the import' });
  await expect(progress).toHaveAttribute('aria-valuenow', '50');

  const figures = screen.section(`trades-${testId}.csv`);
  await expect(figures).toContainText('done');
  await expect(progress).toHaveCount(0);
  const counts = { Rows: '6', Accepted: '2', Conflicts: '1', Rejected: '3', Duplicates: '0' };
  for (const [name, count] of Object.entries(counts)) {
    await expect(screen.fact(figures, name)).toHaveText(count);
  }
  const rejects = screen.section('Rows that were not taken');
  for (const row of [
    /^4 rejected uid 999999999 unknown uid$/, /^5 rejected fee 0\.123456789 more than 8 places$/,
    /^6 rejected executed_at yesterday no instant$/,
  ]) {
    await expect(rejects.getByRole('row', { name: row })).toBeVisible();
  }
  await expect(rejects.getByRole('row', { name: /^7 conflict/ })).toBeVisible();

  const coming = page.waitForEvent('download');
  await rejects.getByRole('link', { name: 'Download to mend' }).click();
  const lines = readFileSync(await (await coming).path(), 'utf8').trim().split('\n');
  expect(lines[0]).toBe([...tradeColumns, 'line', 'column', 'code'].join(','));
  expect(lines).toHaveLength(5);
  expect(lines[2]).toContain('0.123456789');

  await screen.open(`/explain/trade/T-${testId}-1`, `Trade T-${testId}-1`);
  await expect(screen.section('Not calculated yet')).toContainText('has not been calculated yet');
  await expect(screen.main).not.toContainText('Earns nothing');
});

test('a dry run keeps nothing', async ({ page, context, baseURL }, { testId }) => {
  const { uid, executed_at } = await trader(baseURL);
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  const upload = new UploadPage(page);
  const trade_id = `T-${testId}-1`;
  await screen.open('/imports', 'Imports');
  await upload.choose('trades.csv', tradesFile([{ trade_id, uid, executed_at }]), { dryRun: true });
  await upload.send();
  await expect(page.getByText('A dry run: nothing of this file was kept.')).toBeVisible();
  await expect(screen.fact(screen.section('trades.csv'), 'Accepted')).toHaveText('1');
  await screen.open(`/explain/trade/${trade_id}`);
  await expect(page.getByRole('alert')).toHaveText('There is no such thing.');
});

test('a wrong header is refused, naming what is wrong with it', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  const upload = new UploadPage(page);
  const list = new ListPage(page);
  await screen.open('/imports', 'Imports');
  await expect(list.range).toBeVisible();
  await upload.choose('trades.csv', tradesFile([]).replace('fee_offset', 'rebate'));
  await upload.start.click();
  const refusal = upload.dialog.getByRole('alert');
  await expect(refusal).toContainText('The header line does not name exactly the columns of the feed.');
  await expect(refusal).toContainText('Missing: fee_offset');
  await expect(refusal).toContainText('Unknown: rebate');
  await upload.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(screen.address()).toMatch(/^\/imports/);
});
