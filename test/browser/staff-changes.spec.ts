import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { expect, ownWorldTest, signedIn, type Who } from './pages/world.ts';

ownWorldTest('a new member of staff: asked by admin, agreed by compliance, in with the token that is shown once', async ({ page, context, baseURL }) => {
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  const next = async (who: Who, path: string, title: string): Promise<void> => {
    await context.clearCookies();
    await signedIn(context, baseURL, who);
    await page.goto('about:blank');
    await screen.open(path, title);
  };

  await next('admin', '/staff', 'Staff');
  await screen.main.getByRole('button', { name: 'Add a member of staff' }).click();
  await expect(screen.dialog.getByLabel(/^E-mail/)).toBeFocused();
  await expect(screen.dialog.getByRole('button', { name: 'Send the request' })).toBeDisabled();
  await screen.dialog.getByLabel(/^E-mail/).fill('compliance@demo.test');
  await screen.dialog.getByLabel(/^Name/).fill('New Person');
  await screen.dialog.getByRole('button', { name: 'Support' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(screen.dialog).toContainText('There is a member of staff with this e-mail address.');
  // What was typed stays.
  await screen.dialog.getByLabel(/^E-mail/).fill('new@demo.test');
  await page.keyboard.press('Control+Enter');
  await expect(screen.dialog).toHaveCount(0);
  const waiting = screen.section('Waiting for compliance');
  await expect(waiting.getByRole('row', { name: /new@demo.test/ })).toContainText('Support');
  await expect(waiting.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await expect(waiting.getByRole('button', { name: 'Cancel the request' })).toBeVisible();

  await next('compliance', '/staff-changes', 'Changes of staff');
  await list.preset('Pending').click();
  await list.rows.filter({ hasText: 'new@demo.test' }).getByRole('button', { name: 'Approve' }).click();
  await expect(screen.dialog).toContainText('New Person (new@demo.test)');
  await page.keyboard.press('Control+Enter');
  const invitation = page.getByRole('dialog', { name: 'Invitation of new@demo.test' });
  // The row has gone from the pending ones; the token is still there, and Escape does not lose it.
  await expect(list.rows.filter({ hasText: 'new@demo.test' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  const token = (await invitation.getByText(/^[A-Za-z0-9_-]{43}$/).textContent())?.trim() ?? '';
  await invitation.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText(token)).toHaveCount(0);

  await context.clearCookies();
  await page.goto('about:blank');
  await page.goto('/#/set-password');
  await page.getByLabel(/^Token/).fill(token);
  await page.getByLabel(/^New password/).fill('a long enough password');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.getByLabel(/^E-mail/).fill('new@demo.test');
  await page.getByLabel(/^Password/).fill('a long enough password');
  await page.keyboard.press('Enter');
  await expect(screen.navigation).toBeVisible();
  await expect(screen.navigation.getByRole('link', { name: 'Changes of staff' })).toHaveCount(0);
});

ownWorldTest('disabling holds at once, enabling only once compliance agrees, and nobody is offered their own place', async ({ page, context, baseURL }) => {
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await signedIn(context, baseURL, 'admin');
  await screen.open('/staff', 'Staff');
  const row = list.rows.filter({ has: page.getByRole('cell', { name: 'operations2@demo.test', exact: true }) });
  await expect(list.rows.filter({ hasText: 'admin@demo.test' }).getByRole('button')).toHaveCount(0);
  await row.getByRole('button', { name: 'Disable' }).click();
  await expect(screen.dialog).toContainText('This holds at once and ends every session.');
  await screen.dialog.getByRole('button', { name: 'Disable' }).click();
  await expect(row).toContainText('disabled');
  await row.getByRole('button', { name: 'Enable' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(screen.section('Waiting for compliance').getByRole('row', { name: /operations2@demo.test/ })).toContainText('enabled again');
  await expect(row.getByRole('link', { name: 'waits: enabled again' })).toBeVisible();
  await expect(row).toContainText('disabled');
});
