import { writeDay } from '../../client/fields/forms.ts';
import { ConsolePage } from './pages/console-page.ts';
import { tradesFile } from './pages/trades.ts';
import { colleague, dayAfter, expect, firstDay, ownWorldTest as test, rowsPath, signedIn } from './pages/world.ts';

test.describe.configure({ mode: 'parallel' });

interface Home {
  now: string;
}

test('the run of a day that is not over is refused in words', async ({ page, own, context }) => {
  const api = await colleague(own.url, 'operations2');
  const { now } = await api.get<Home>('home');
  await api.leave();
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  await screen.open('/runs', 'Runs');
  await page.getByRole('button', { name: 'Start a run' }).click();
  await screen.dialog.getByLabel(/^Day \(UTC\)/).fill(dayAfter(now, 0));
  await screen.dialog.getByRole('button', { name: 'Start a run' }).click();
  await expect(screen.dialog.getByRole('alert')).toHaveText('That day is not over yet.');
  await expect(screen.dialog.getByRole('button', { name: 'Start a run' })).toBeEnabled();
});

test('to start what had been run already changes nothing, and says who had done it and when', async ({ page, own, context }) => {
  const api = await colleague(own.url, 'operations2');
  const [done] = await api.get<{ id: string; day: string; requested_by: string }[]>(rowsPath('runs', { kind: 'commission', state: 'done' }, 0));
  await api.leave();
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  await screen.open('/runs', 'Runs');
  await page.getByRole('button', { name: 'Start a run' }).click();
  await screen.dialog.getByLabel(/^Day \(UTC\)/).fill(done!.day);
  await screen.dialog.getByRole('button', { name: 'Start a run' }).click();
  const by = done!.requested_by === 'system' ? 'System' : done!.requested_by;
  await expect(page.getByRole('alert').filter({ hasText: `This had been run already, by ${by} on ` })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/runs/${done!.id}/show`));
});

test.describe('on the morning after', () => {
  test.use({ settings: { OPS_NOW: `${dayAfter(firstDay(), 1)}T06:00:00.000Z` } });

  test('a commission run is tried dry, started, followed, and leads to its rows', async ({ page, own, context }) => {
    const api = await colleague(own.url, 'operations2');
    const { now } = await api.get<Home>('home');
    const day = dayAfter(now, -1);
    const [last] = await api.get<{ invitee_uid: string }[]>(rowsPath('commissions', {}, 0));
    const trade = { uid: last!.invitee_uid, executed_at: `${day}T12:00:00.000Z` };
    const trades = [1, 2, 3].map((number) => ({ ...trade, trade_id: `T-run-${number}` }));
    await api.upload('trades', tradesFile(trades));
    await api.leave();

    await signedIn(context, own.url, 'operations');
    const screen = new ConsolePage(page);
    await screen.open('/runs', 'Runs');
    await page.getByRole('button', { name: 'Start a run' }).click();
    const dialog = screen.dialog;
    await dialog.getByLabel(/^Day \(UTC\)/).fill(day);
    await dialog.getByRole('switch', { name: /^Dry run/ }).check();
    await dialog.getByRole('button', { name: 'Start a run' }).click();
    await expect(dialog.getByText('A dry run: this is what the run would make now.')).toBeVisible();
    await expect(screen.fact(dialog, 'Trades')).toHaveText('3');

    // The run is over before anybody could look: the page is told that it is on its way, until that has been seen.
    const ofOneRun = /\/api\/runs\/\d+$/;
    await page.route(ofOneRun, async (route) => {
      const answer = await route.fetch();
      const row = (await answer.json()) as object;
      const started = { ...row, state: 'running', progress: 0.25, result: {}, finished_at: null };
      await route.fulfill({ response: answer, json: started });
    });
    await dialog.getByRole('switch', { name: /^Dry run/ }).uncheck();
    await dialog.getByRole('button', { name: 'Start a run' }).click();
    await expect(screen.title).toHaveText(`Commission run of ${writeDay(day, 'en')}`);
    await expect(page.getByRole('progressbar', { name: 'Progress of the run' })).toHaveAttribute('aria-valuenow', '25');
    await page.unroute(ofOneRun);
    await expect(screen.section('Run')).toContainText('done');
    await expect(screen.fact(screen.section('Figures'), 'Trades')).toHaveText('3');
    await expect(screen.fact(screen.section('Run'), 'By')).toHaveText('operations@demo.test');

    const figures = page.url();
    await screen.open('/runs', 'Runs');
    await page.getByRole('button', { name: 'Start a run' }).click();
    await dialog.getByLabel(/^Day \(UTC\)/).fill(day);
    await dialog.getByRole('switch', { name: /^Dry run/ }).check();
    await dialog.getByRole('button', { name: 'Start a run' }).click();
    await expect(dialog.getByText('This has been run already, and these are its figures.')).toBeVisible();
    await expect(screen.fact(dialog, 'Trades')).toHaveText('3');
    await page.goto(figures);

    await page.getByRole('link', { name: 'Show the rows' }).click();
    await expect(screen.title).toHaveText('Commissions');
    await expect(page.getByText('1–3 of 3')).toBeVisible();
  });
});
