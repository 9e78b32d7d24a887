import { TOTP } from 'otpauth';
import { demoPassword } from '../../seeds/demo/staff.ts';
import { ConsolePage } from './pages/console-page.ts';
import { colleague, credentials, expect, ownWorldTest as test, signedIn } from './pages/world.ts';

const STEP_MS = 30_000;

test('a second factor: set up with its QR code, a wrong code told, then asked for at sign-in', async ({ page, own, context }) => {
  await signedIn(context, own.url, 'support');
  const screen = new ConsolePage(page);
  await screen.open('/preferences', 'Preferences');
  const section = screen.section('Second factor');
  await expect(section).toContainText('Only the password is asked for at sign-in.');
  await section.getByRole('button', { name: 'Set up' }).click();
  const { dialog } = screen;
  await dialog.getByLabel('Password').fill('not the password');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText('The password is wrong.');
  await dialog.getByLabel('Password').fill(demoPassword);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('img', { name: 'QR code of the secret' })).toBeVisible();
  const secret = (await dialog.locator('code').textContent())!;
  const api = await colleague(own.url, 'operations2');
  const { now } = await api.get<{ now: string }>('home');
  await api.leave();
  const shown = (steps: number) => new TOTP({ secret }).generate({ timestamp: Date.parse(now) + steps * STEP_MS });
  await dialog.getByLabel('Code of the device').fill(shown(-20));
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText('The code is wrong, too old or was used already.');
  await dialog.getByLabel('Code of the device').fill(shown(0));
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(section).toContainText('A code of your device is asked for at sign-in since');

  await screen.signOut();
  const { email, password } = credentials('support');
  await page.getByLabel(/^E-mail/).fill(email);
  await page.getByLabel(/^Password/).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('Enter the code of the second factor.');
  const code = page.getByLabel('Code of the second factor');
  await expect(code).toBeFocused();
  // The one before is spent: the device shows the next.
  await code.fill(shown(1));
  await page.keyboard.press('Enter');
  await expect(screen.title).toHaveText('Preferences');
});
