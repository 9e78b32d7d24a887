import { readFileSync } from 'node:fs';
import { writeMonth } from '../../client/fields/forms.ts';
import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { colleague, dayAfter, expect, filtered, rowsPath, signedIn, test } from './pages/world.ts';

test.describe.configure({ mode: 'parallel' });

const recordColumns =
  'record_id,trade_id,kind,inviter_uid,invitee_uid,programme,executed_at,product,family,tier,rate_bps,base,amount,'
  + 'currency,reason,status,run_day,distributed_at,reverses';

interface Review {
  id: string;
  affiliate_uid: string;
  month: string;
  decided_by: string;
  comment: string;
}

test('the audit: who did what, and each change field by field', async ({ page, context, baseURL }) => {
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await page.goto('/');
  await screen.signIn('compliance');
  await expect(screen.section('Audit chain')).toContainText('The chain of the last events is intact.');
  await screen.navigation.getByRole('link', { name: 'Audit' }).click();
  await expect(screen.title).toHaveText('Audit');
  await list.preset('Decisions').click();
  await expect(list.preset('Decisions')).toHaveAttribute('aria-pressed', 'true');

  const api = await colleague(baseURL, 'compliance2');
  const rejections = rowsPath('audit-events', { action: 'tier_review.rejected' }, 0);
  const [event] = await api.get<{ id: string; actor: string; reason: string }[]>(rejections);
  await api.leave();
  await list.row(event!.id).getByRole('link', { name: event!.id, exact: true }).click();
  await expect(screen.title).toHaveText(`Audit event ${event!.id}`);
  const state = screen.section('Changes').getByRole('row', { name: /^state/ });
  await expect(state.locator('del')).toHaveText('pending');
  await expect(state.locator('ins')).toHaveText('rejected');
  await expect(screen.main).toContainText(event!.actor);
  await expect(screen.main).toContainText(event!.reason);
  await expect(screen.section('Place in the chain').locator('code')).toHaveText([/^[0-9a-f]{64}$/, /^[0-9a-f]{64}$/]);
  expect(await context.request.get('/api/audit-events.csv').then((answer) => answer.status())).toBe(200);
});

test('the export of a day’s commissions holds what the list shows', async ({ page, context, baseURL }) => {
  const api = await colleague(baseURL, 'compliance2');
  const [run] = await api.get<{ day: string }[]>(rowsPath('runs', { kind: 'commission', state: 'done' }, 0));
  const records = await api.get<{ id: string }[]>(rowsPath('commissions', { run_day: run!.day }, 999));
  await api.leave();
  await signedIn(context, baseURL, 'compliance');
  const screen = new ConsolePage(page);
  await screen.open(filtered('/commissions', { run_day: run!.day }), 'Commissions');
  await expect(page.getByText(new RegExp(`of ${records.length}$`))).toBeVisible();
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export CSV' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^commissions.*\.csv$/);
  const lines = readFileSync(await file.path(), 'utf8').trimEnd().split('\n');
  expect(lines[0]).toBe(recordColumns);
  expect(lines.slice(1).map((line) => line.split(',')[0]).sort()).toEqual(records.map(({ id }) => id).sort());
});

test('a record explains its amount line by line', async ({ page, context, baseURL }) => {
  const api = await colleague(baseURL, 'compliance2');
  const { now } = await api.get<{ now: string }>('home');
  const lately = { executed_at_gte: `${dayAfter(now, -29)}T00:00:00.000Z`, executed_at_lt: now };
  const earned = rowsPath('commissions', { ...lately, programme: 'referral', status: 'open' }, 0);
  const [record] = await api.get<{ id: string }[]>(earned);
  await api.leave();
  await signedIn(context, baseURL, 'compliance');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open(filtered('/commissions', { id: record!.id }), 'Commissions');
  await list.row(record!.id).getByRole('cell').nth(2).click();
  await expect(screen.title).toHaveText(`Commission record ${record!.id}`);
  const sum = screen.section('The amount, line by line');
  await expect(sum.getByRole('row')).toHaveText([
    /^Fee/, /^Covered by bonus or voucher−/, /^Base: the fee really paid=/, /^Rate×/, /^Base × rate=/,
    /^Commission, cut to 8 places=/,
  ]);
  await expect(screen.section('The nine checks').getByRole('row', { name: /passed/ })).toHaveCount(9);
  await expect(screen.fact(screen.section('What it was decided from'), 'Rulebook')).toHaveText(/^version \d+$/);
});

test('who decided a review, and on what', async ({ page, context, baseURL }) => {
  const api = await colleague(baseURL, 'compliance2');
  const [review] = await api.get<Review[]>(rowsPath('tier-reviews', { state: 'rejected' }, 0));
  await api.leave();
  await signedIn(context, baseURL, 'compliance');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open('/tier-reviews', 'Tier reviews');
  await list.preset('Decided').click();
  await list.row(review!.id).getByRole('link', { name: review!.id, exact: true }).click();
  await expect(screen.title).toHaveText(`Tier review of ${review!.affiliate_uid}, ${writeMonth(review!.month, 'en')}`);
  const summary = screen.section('Promotion');
  await expect(summary).toContainText('rejected');
  await expect(screen.fact(summary, 'Decided by')).toHaveText(review!.decided_by);
  await expect(screen.fact(summary, 'Comment')).toHaveText(review!.comment);
  await expect(screen.section('Conditions of the ladder').getByRole('row')).not.toHaveCount(1);
  await expect(screen.section(/^\d+ invitees?$/).getByRole('button', { name: /^Near misses/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /Approve|Reject/ })).toHaveCount(0);
});
