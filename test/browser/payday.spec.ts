import type { BrowserContext, Page } from '@playwright/test';
import type { ReleasePreview } from '../../server/payouts/contract.ts';
import { writeDay } from '../../client/fields/forms.ts';
import { ConsolePage } from './pages/console-page.ts';
import { confirmAll, evaluateWhatIsDue, makePayout, tradeOn, twoEarners } from './pages/payday.ts';
import { colleague, dayAfter, expect, filtered, firstDay, ownWorldTest as test, rowsPath, signedIn, type Who } from './pages/world.ts';

test.describe.configure({ mode: 'parallel' });

/** Somebody else sits down at the same screen. */
async function handOver(page: Page, context: BrowserContext, url: string, who: Who): Promise<void> {
  await context.clearCookies();
  await signedIn(context, url, who);
  await page.goto('/');
  await page.reload();
}

const step = (screen: ConsolePage, name: string) => screen.main.getByRole('listitem', { name });

test.describe('at 02:00 of the morning after', () => {
  const today = firstDay();
  const written = writeDay(today, 'en');
  test.use({ settings: { OPS_NOW: `${dayAfter(today, 1)}T02:00:00.000Z` } });

  test('a payout day: start, release by another with its holds seen, confirmation, kept', async ({ page, own, context }) => {
    test.setTimeout(120_000);
    const other = await colleague(own.url, 'operations');
    const third = await colleague(own.url, 'operations2');
    const compliance = await colleague(own.url, 'compliance');
    const [paid, frozen] = await twoEarners(other, dayAfter(today, -1));
    const before = await makePayout(other, dayAfter(today, -1));
    if (before.state === 'ready') await third.post(`payouts/${before.id}/release`, {});
    await tradeOn(other, today, [paid, frozen]);
    await evaluateWhatIsDue(other);

    await signedIn(context, own.url, 'operations2');
    const screen = new ConsolePage(page);
    await screen.open('/', 'Home');
    await expect(screen.section(`Today’s routine: ${written}`)).toBeVisible();
    await step(screen, `Commission ${written}`).getByRole('button', { name: /^Start/ }).click();
    await expect(step(screen, `Commission ${written}`)).toContainText('done');
    await expect(step(screen, `Commission ${written}`)).toContainText('kept');
    await step(screen, `Bonus ${written}`).getByRole('button', { name: /^Start/ }).click();
    await expect(step(screen, `Bonus ${written}`)).toContainText('done');
    await step(screen, `Payout ${written}`).getByRole('button', { name: /^Start/ }).click();
    await expect(step(screen, `Payout ${written}`)).toContainText('done');
    const release = step(screen, `Release ${written}`).getByRole('button', { name: `Release the payout of ${written}` });
    await release.click();
    await expect(screen.dialog).toContainText('You started this payout by hand.');
    await expect(screen.dialog.getByRole('button', { name: 'Release' })).toBeDisabled();
    await page.keyboard.press('Escape');

    const freeze = { affiliate_uid: frozen.inviter_uid, kind: 'freeze', reason_code: 'suspected_terms_breach' };
    await compliance.post('status-changes', { ...freeze, text: 'A ring of accounts trades with itself.' });

    await handOver(page, context, own.url, 'operations');
    const { id: batch_id } = (await other.get<{ id: string }[]>(rowsPath('payouts', { day: today }, 0)))[0]!;
    const { goes_out, withdrawn } = await other.get<ReleasePreview>(`payouts/${batch_id}/release-preview`);
    await expect(release).toBeVisible();
    await release.click();
    for (const { currency } of goes_out.totals) await expect(screen.dialog).toContainText(currency);
    const held = screen.dialog.getByRole('table').getByRole('row').filter({ hasText: frozen.inviter_uid });
    await expect(held).toContainText('the affiliate was frozen');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(`Released: ${goes_out.lines}. Withdrawn: ${withdrawn.length}.`)).toBeVisible();
    await expect(step(screen, `Release ${written}`)).toContainText('done');
    await expect(step(screen, `Confirmation ${written}`)).toContainText('next');

    await step(screen, `Confirmation ${written}`).getByRole('link', { name: written }).click();
    await expect(screen.title).toHaveText(`Payout of ${written}`);
    const summary = screen.section('Payout');
    await expect(screen.fact(summary, 'Released')).toContainText('operations@demo.test');
    await expect(screen.fact(summary, 'Deadline')).toContainText(/\d h \d+ min left/);
    const file = await context.request.get(
      (await summary.getByRole('link', { name: 'Export for the payment system' }).getAttribute('href')) ?? '',
    );
    expect((await file.text()).trim().split('\n')).toHaveLength(goes_out.lines + 1);

    await confirmAll(other, batch_id, `${dayAfter(today, 1)}T03:00:00.000Z`);
    await page.reload();
    await expect(screen.fact(summary, 'Deadline')).toContainText('kept');
    await expect(screen.section('Payout').getByRole('progressbar')).toHaveAttribute('aria-valuenow', '100');
    const states = screen.section('Lines by state');
    await expect(states.getByRole('row', { name: /^paid/ })).toContainText('USDT');
    await states.getByRole('row', { name: /^withdrawn/ }).getByRole('link').first().click();
    await expect(screen.title).toHaveText('Payout lines');
    await expect(screen.main.getByRole('row').filter({ hasText: frozen.inviter_uid })).toContainText('the affiliate was frozen');
    for (const one of [other, third, compliance]) await one.leave();
  });
});

test('compliance stops all payouts; going on takes a second person', async ({ page, own, context }) => {
  const api = await colleague(own.url, 'operations2');
  const { day } = await makePayout(api, dayAfter(firstDay(), -1));
  await api.leave();
  await signedIn(context, own.url, 'compliance');
  const screen = new ConsolePage(page);
  const banner = screen.main.getByRole('alert').filter({ hasText: 'All payouts are stopped by' });
  await screen.open('/payouts', 'Payouts');
  await expect(banner).toHaveCount(0);
  await page.getByRole('button', { name: 'Stop all payouts' }).click();
  await screen.dialog.getByRole('textbox', { name: /^Comment/ }).fill('The payment system was broken into.');
  await page.keyboard.press('Control+Enter');
  await expect(banner).toContainText('compliance@demo.test');
  await expect(banner).toContainText('The payment system was broken into.');
  await expect(page.getByRole('button', { name: 'Stop all payouts' })).toHaveCount(0);

  await handOver(page, context, own.url, 'operations');
  await expect(banner).toBeVisible();
  await screen.open('/payouts', 'Payouts');
  await page.getByRole('link', { name: writeDay(day, 'en'), exact: true }).click();
  await expect(screen.section('What a release would do now')).toContainText('nothing can be released');
  await expect(page.getByRole('button', { name: /^Release/ })).toHaveCount(0);
  await banner.getByRole('button', { name: 'Ask to go on' }).click();
  await screen.dialog.getByRole('textbox', { name: /^Comment/ }).fill('All keys have been renewed.');
  await page.keyboard.press('Control+Enter');
  await expect(banner).toContainText('operations@demo.test asks to go on: All keys have been renewed.');
  await expect(banner.getByRole('button', { name: 'Go on' })).toHaveCount(0);

  await handOver(page, context, own.url, 'compliance2');
  await banner.getByRole('button', { name: 'Go on' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Payouts go on.')).toBeVisible();
  await expect(banner).toHaveCount(0);
  await screen.open('/payout-stops', 'Stops of payouts');
  await expect(screen.main.getByRole('row', { name: /over/ })).toContainText('compliance2@demo.test');
});

test('a manifest that does not match: asked by one, agreed by another', async ({ page, own, context }) => {
  const day = dayAfter(firstDay(), -6);
  const api = await colleague(own.url, 'operations2');
  await api.upload('manifests', `feed,day,rows,control_sum\ntrades,${day},9999,1.5\n`);
  await api.leave();
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  await screen.open('/', 'Home');
  await expect(screen.section('Feeds').getByRole('row', { name: /^Trades/ })).toContainText(/of [\d,]+ rows/);
  await screen.open(filtered('/manifests', { feed: 'trades', day }), 'Manifests');
  const row = screen.main.getByRole('row', { name: /Trades/ });
  await expect(row).toContainText('rows missing');
  await row.getByRole('link').first().click();
  await expect(screen.title).toHaveText(`Manifest of Trades, ${writeDay(day, 'en')}`);
  await page.getByRole('button', { name: 'Ask to go on without it' }).click();
  await screen.dialog.getByRole('textbox', { name: /^Comment/ }).fill('The exchange has lost the rest of it.');
  await page.keyboard.press('Control+Enter');
  await expect(screen.section('Going on without it')).toContainText('You asked for this.');
  const address = screen.address();

  await handOver(page, context, own.url, 'compliance');
  await screen.open(address, /^Manifest of/);
  await expect(page.getByRole('button', { name: /^Approve/ })).toBeVisible();
  await page.keyboard.press('a');
  await expect(screen.dialog).toContainText('Agree to go on without it?');
  await page.keyboard.press('Control+Enter');
  await expect(screen.section('Manifest')).toContainText('overridden');
});
