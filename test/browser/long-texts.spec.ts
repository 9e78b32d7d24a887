/** Free text has at most 2,000 characters (CONTRACT 3): what does not fit is told, not dropped in silence. */
import { ConsolePage } from './pages/console-page.ts';
import { colleague, expect, rowsPath, signedIn, test } from './pages/world.ts';

test('a comment says when its room runs out, and how much of what is pasted does not fit', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const api = await colleague(baseURL, 'operations2');
  const [review] = await api.get<{ id: string }[]>(rowsPath('tier-reviews', { state: 'pending' }, 0));
  await api.leave();
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  await screen.open(`/tier-reviews/${review!.id}/show`, /^Tier review of/);
  await expect(screen.main.getByRole('button', { name: 'Approve', exact: true })).toBeVisible();
  await page.keyboard.press('a');
  const comment = screen.dialog.getByRole('textbox', { name: /^Comment/ });
  const paste = async (text: string) => {
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await page.keyboard.press('ControlOrMeta+v');
  };

  await comment.fill('x'.repeat(1799));
  await expect(screen.dialog.getByText('of at most')).toHaveCount(0);
  await page.keyboard.type('y');
  await expect(screen.dialog.getByText('1,800 of at most 2,000 characters.')).toBeVisible();

  await paste('z'.repeat(201));
  await expect(comment).toHaveValue(/z$/);
  await expect(screen.dialog.getByText('Of what was pasted, 1 character did not fit and is left out.')).toBeVisible();
  await expect(screen.dialog.getByText('2,000 of at most 2,000 characters.')).toBeVisible();
  await paste('z'.repeat(1500));
  await expect(screen.dialog.getByText('Of what was pasted, 1,500 characters did not fit and are left out.')).toBeVisible();

  await page.keyboard.press('Backspace');
  await expect(screen.dialog.getByText(/^Of what was pasted/)).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+a');
  await paste('z'.repeat(2000));
  await expect(comment).toHaveValue('z'.repeat(2000));
  await expect(screen.dialog.getByText(/^Of what was pasted/)).toHaveCount(0);
});
