import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { colleague, expect, filtered, ownWorldTest as test, rowsPath, signedIn } from './pages/world.ts';

interface PaidLine {
  id: string;
  confirmed_at: string;
}

test('a line confirmed as paid twice: its reversals asked for in one step, then settled (PAY-3, PAY-4)', async ({ page, own, context }) => {
  const api = await colleague(own.url, 'operations2');
  const [line] = await api.get<PaidLine[]>(rowsPath('payout-lines', { status: 'paid' }, 0));
  const { id, confirmed_at } = line as PaidLine;
  await api.upload('payout-confirmations', `line_id,status,at,reference\n${id},paid,${confirmed_at},PAID-AGAIN\n`);
  const records = await api.get<{ id: string; amount: string }[]>(rowsPath('commissions', { payout_line_id: id }, 999));
  const earning = records.filter(({ amount }) => !amount.startsWith('-'));
  await api.leave();

  await signedIn(context, own.url, 'compliance');
  const screen = new ConsolePage(page);
  await screen.open(`/payout-lines/${id}/show`, `Payout line ${id}`);
  const conflicts = screen.section('Contradicting confirmations');
  await expect(conflicts).toContainText('This line may have been paid twice.');
  await conflicts.getByRole('button', { name: 'Ask for the reversals of its records' }).click();
  await expect(screen.dialog).toContainText(`Ask for the reversal of every record of line ${id}?`);
  await expect(screen.fact(screen.dialog, 'All that is chosen')).toHaveText(String(earning.length));
  await expect(screen.dialog.getByRole('textbox')).toHaveValue(`Payout line ${id} was confirmed as paid twice; what was paid too much is taken back.`);
  await page.keyboard.press('Control+Enter');
  const results = page.getByRole('dialog', { name: 'Result of each request' });
  await expect(results.getByRole('row', { name: `Record ${earning[0]?.id} Asked`, exact: true })).toBeVisible();
  await results.getByRole('button', { name: 'Close' }).click();

  await conflicts.getByRole('button', { name: 'Settle' }).click();
  await screen.dialog.getByRole('textbox', { name: /^Comment/ }).fill('The bank confirms both transfers.');
  await page.keyboard.press('Control+Enter');
  await expect(conflicts).toContainText('compliance@demo.test');
  await expect(conflicts.getByRole('button', { name: 'Settle' })).toHaveCount(0);

  // What one has asked for is not one's own to decide.
  await screen.open(filtered('/reversals', { requested_by: 'compliance@demo.test' }), 'Reversals');
  await expect(screen.main.getByRole('row').filter({ hasText: 'yours' }).first()).toBeVisible();
  const list = new ListPage(page);
  await list.preset('Pending, mine to decide').click();
  await expect(page).toHaveURL(/not_requested_by/);
  await expect(screen.main.getByRole('row').filter({ hasText: 'yours' })).toHaveCount(0);
});
