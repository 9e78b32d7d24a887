import { ChangePage } from './pages/change-page.ts';
import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { evaluateWhatIsDue, type EarnedRecord } from './pages/payday.ts';
import { tradesFile } from './pages/trades.ts';
import { colleague, dayAfter, expect, firstDay, ownWorldTest as test, rowsPath, signedIn, type Who } from './pages/world.ts';

test.describe.configure({ mode: 'parallel' });

interface Affiliate {
  uid: string;
}

interface Request {
  id: string;
  affiliate_uid: string;
  state: string;
}

const why = { reason_code: 'suspected_terms_breach', text: 'The invitees all trade from one device.' };

/** Enrolled partners on whom nothing is laid. */
const unrestricted = rowsPath('affiliates', { programme: 'partner', enrolled: 'open', restriction: 'none' });

async function partners(url: string): Promise<[string, string, string, string]> {
  const api = await colleague(url, 'operations2');
  const found = await api.get<Affiliate[]>(unrestricted);
  await api.leave();
  expect(found.length).toBeGreaterThanOrEqual(4);
  return found.slice(0, 4).map(({ uid }) => uid) as [string, string, string, string];
}

/** One of them who is owed USDT for a trade of the demo world's last day, whose run has not been made yet. */
async function owedPartner(url: string): Promise<string> {
  const api = await colleague(url, 'operations2');
  await evaluateWhatIsDue(api);
  const inviters = new Set((await api.get<Affiliate[]>(unrestricted)).map(({ uid }) => uid));
  const month = { executed_at_gte: `${dayAfter(firstDay(), -30)}T00:00:00.000Z`, executed_at_lt: `${firstDay()}T00:00:00.000Z` };
  const earned = await api.get<EarnedRecord[]>(rowsPath('commissions', { ...month, programme: 'partner', product: 'spot', currency: 'USDT', amount_gt: '0' }));
  const { inviter_uid, invitee_uid } = earned.find((record) => inviters.has(record.inviter_uid))!;
  await api.upload('trades', tradesFile([{ trade_id: 'T-owed', uid: invitee_uid, executed_at: `${firstDay()}T12:00:00.000Z` }]));
  const { id: run } = await api.post<{ id: string }>('runs', { kind: 'commission', day: firstDay() });
  await expect.poll(async () => (await api.get<{ state: string }>(`runs/${run}`)).state).toBe('done');
  await api.leave();
  return inviter_uid;
}

async function file(url: string, who: Who, request: Record<string, unknown>): Promise<Request> {
  const api = await colleague(url, who);
  const filed = await api.post<Request>('status-changes', { ...why, ...request });
  await api.leave();
  return filed;
}

async function approveAs(url: string, who: Who, id: string): Promise<void> {
  const api = await colleague(url, who);
  const { version } = await api.get<{ version: string }>(`status-changes/${id}/preview`);
  await api.post(`status-changes/${id}/approve`, { preview: version });
  await api.leave();
}

const pageOf = ({ id }: Request) => `/status-changes/${id}/show`;

test.describe('on the morning after, by the server’s clock and not the browser’s', () => {
  test.use({ settings: { OPS_NOW: `${dayAfter(firstDay(), 1)}T06:00:00.000Z` } });

  test('a suspension is asked for with its effect seen, and not decided by who asked', async ({
    page, own, context,
  }) => {
    const uid = await owedPartner(own.url);
    await signedIn(context, own.url, 'operations');
    const screen = new ConsolePage(page);
    const change = new ChangePage(page);
    await screen.open(`/status-changes/create?affiliate_uid=${uid}`, `Request a change of ${uid}`);
    await change.choice('Suspend').click();
    await expect(change.effect).toContainText('no restriction to suspended');
    await expect(change.effect).toContainText('The Partner enrolment stays open.');
    await expect(change.effect.getByRole('row', { name: /^USDT [\d.]+ (0 held|[\d.]+ held; what is released already goes out)$/ })).toBeVisible();
    await change.choice('suspected breach of terms').click();
    await expect(change.text).toBeFocused();
    await page.keyboard.type('The invitees all trade from one device.');
    await page.keyboard.press('Control+Enter');
    await expect(screen.title).toHaveText(`Suspend: ${uid}`);

    await expect(page.getByText('You asked for this. Another person has to decide it; you can cancel it.')).toBeVisible();
    await expect(page.getByRole('button', { name: /^(Approve|Reject)/ })).toHaveCount(0);
    await page.keyboard.press('a');
    await expect(change.dialog).toHaveCount(0);
    const path = screen.address();
    await page.getByRole('button', { name: 'Cancel the request' }).click();
    await page.keyboard.press('Control+Enter');
    await expect(change.dialog).toHaveCount(0);
    await screen.open(path, `Suspend: ${uid}`);
    await expect(screen.section('The request')).toContainText('cancelled');
  });

  test('a freeze holds at once, shows its hours, and ends with its rejection', async ({ page, own, context }) => {
    const uid = await owedPartner(own.url);
    const freeze = await file(own.url, 'support', { affiliate_uid: uid, kind: 'freeze' });
    await signedIn(context, own.url, 'operations');
    const screen = new ConsolePage(page);
    const list = new ListPage(page);
    const change = new ChangePage(page);
    await screen.open(`/affiliates/${uid}/show`, `Affiliate ${uid}`);
    const banner = page.getByRole('alert').filter({ hasText: 'Frozen: what accrues is held' });
    await expect(banner).toContainText('asked by support@demo.test');
    await expect(banner).toContainText('not yet agreed by another person');
    await screen.open('/status-changes', 'Status changes');
    await expect(list.row(freeze.id)).toContainText(/7[12] hours left/);
    await expect(list.row(freeze.id)).toContainText('held:');
    await list.preset('Freezes that lapse soon').click();
    await expect(list.rows.filter({ hasNotText: 'Freeze' })).toHaveCount(0);
    await expect(list.row(freeze.id)).toBeVisible();
    await screen.open(pageOf(freeze), `Freeze: ${uid}`);
    await change.decide('r', 'There is no ground for it.');
    await screen.open(`/affiliates/${uid}/show`, `Affiliate ${uid}`);
    await expect(screen.section('Balance')).toBeVisible();
    await expect(banner).toHaveCount(0);
  });
});

test('who asked is refused in bulk, too, as the server has it', async ({ own }) => {
  const [uid] = await partners(own.url);
  const mine = await file(own.url, 'operations', { affiliate_uid: uid, kind: 'restrict' });
  const api = await colleague(own.url, 'operations');
  const { version } = await api.get<{ version: string }>(`status-changes/${mine.id}/preview`);
  const { results } = await api.post<{ results: { id: string; ok: boolean; code: string }[] }>('status-changes/approve', {
    ids: [mine.id], previews: { [mine.id]: version },
  });
  await api.leave();
  expect(results).toMatchObject([{ id: mine.id, ok: false, code: 'own_request' }]);
});

test('compliance decides a suspension by keys, operations cannot; it stands on the affiliate then', async ({
  page, own, context, browser,
}) => {
  const [uid, other] = await partners(own.url);
  const request = await file(own.url, 'operations', { affiliate_uid: uid, kind: 'suspend', evidence: ['https://example.org/ticket/4711'] });
  const next = await file(own.url, 'operations', { affiliate_uid: other, kind: 'restrict' });
  const operations = await browser.newContext({ baseURL: own.url });
  await signedIn(operations, own.url, 'operations2');
  const theirs = await operations.newPage();
  await theirs.goto(`/#${pageOf(request)}`);
  await expect(theirs.getByText('Only compliance can approve this.')).toBeVisible();
  await expect(theirs.getByRole('button', { name: /^Approve/ })).toHaveCount(0);
  await expect(theirs.getByRole('button', { name: /^Reject/ })).toBeVisible();
  await operations.close();

  await signedIn(context, own.url, 'compliance');
  const screen = new ConsolePage(page);
  const change = new ChangePage(page);
  await screen.open(pageOf(request), `Suspend: ${uid}`);
  const evidence = page.getByRole('link', { name: /^https:\/\/example\.org\/ticket\/4711/ });
  await expect(evidence).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(screen.section('Before and after').getByRole('row', { name: /^Restriction no restriction suspended/ })).toBeVisible();
  await change.decide('a', 'The tickets bear it out.');
  await expect(screen.title).toHaveText(`Restrict: ${other}`);
  expect(page.url()).toContain(pageOf(next));

  await screen.open(`/affiliates/${uid}/show`, `Affiliate ${uid}`);
  const banner = page.getByRole('alert').filter({ hasText: 'Suspended' });
  await expect(banner).toContainText('asked by operations@demo.test');
  await expect(banner).toContainText('agreed by compliance@demo.test');
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await expect(page.getByRole('cell', { name: 'Suspend approved: no restriction to suspended' })).toBeVisible();
});

test('where the effect has moved, both stand side by side and it is asked again', async ({ page, own, context }) => {
  const api = await colleague(own.url, 'operations2');
  const [review] = await api.get<Request[]>(rowsPath('tier-reviews', { state: 'pending' }, 0));
  const { id, affiliate_uid: uid } = review!;
  const request = await file(own.url, 'operations', { affiliate_uid: uid, kind: 'terminate' });
  await signedIn(context, own.url, 'compliance');
  const screen = new ConsolePage(page);
  const change = new ChangePage(page);
  await screen.open(pageOf(request), `Terminate: ${uid}`);
  await expect(screen.section('What it does')).toContainText(`#${id}`);
  await change.ask('a');
  await page.keyboard.type('Terminated by the board.');
  await api.post(`tier-reviews/${id}/reject`, { comment: 'Decided before the end.' });
  await api.leave();
  await page.keyboard.press('Control+Enter');

  const moved = change.dialog.getByRole('row', { name: new RegExp(`^Tier reviews withdrawn .*#${id} – changed$`) });
  await expect(moved).toBeVisible();
  await expect(change.dialog.getByRole('row', { name: /^Campaigns left .* as before$/ })).toBeVisible();
  await expect(change.comment).toHaveValue('Terminated by the board.');
  await page.keyboard.press('Control+Enter');
  await expect(change.dialog).toHaveCount(0);
  await screen.open(pageOf(request), `Terminate: ${uid}`);
  await expect(screen.section('The request')).toContainText('applied');
});

test('a request whose ground has gone is stale, and it says what has changed', async ({ page, own, context }) => {
  const [uid] = await partners(own.url);
  const restrict = await file(own.url, 'operations', { affiliate_uid: uid, kind: 'restrict' });
  const suspend = await file(own.url, 'operations', { affiliate_uid: uid, kind: 'suspend' });
  await signedIn(context, own.url, 'compliance');
  const screen = new ConsolePage(page);
  const change = new ChangePage(page);
  await screen.open(pageOf(restrict), `Restrict: ${uid}`);
  await change.ask('a');
  await approveAs(own.url, 'compliance2', suspend.id);
  await page.keyboard.type('Everything is in order.');
  await page.keyboard.press('Control+Enter');
  const refused = change.dialog.getByRole('alert');
  await expect(refused).toContainText('What this was asked about has changed since.');
  await expect(refused).toContainText('Restrict: it was no restriction, now it is suspended.');
  await expect(change.comment).toHaveValue('Everything is in order.');
});

test('a bulk approval shows the sums first, and keeps chosen what failed, with why', async ({ page, own, context }) => {
  const [one, two, three] = await partners(own.url);
  const requests = [
    await file(own.url, 'operations', { affiliate_uid: one, kind: 'restrict' }),
    await file(own.url, 'operations', { affiliate_uid: two, kind: 'suspend' }),
    await file(own.url, 'operations', { affiliate_uid: three, kind: 'leave' }),
  ];
  await signedIn(context, own.url, 'operations2');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open('/status-changes', 'Status changes');
  for (const { id } of requests) await list.checkbox(id).check();
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(screen.dialog).toContainText('Approve 3 changes?');
  const sums = screen.dialog.getByRole('region', { name: 'What the selection does together' });
  await expect(screen.fact(sums, 'Requests')).toHaveText('3');
  await expect(screen.fact(sums, 'Enrolments that end')).toHaveText('1');
  await page.keyboard.press('Control+Enter');
  const results = page.getByRole('dialog', { name: 'Result of each request' });
  await expect(results).toContainText('Decided: 2. Not decided: 1.');
  await expect(results.getByRole('row', { name: `${requests[1]!.id} Your role may not do this.` })).toBeVisible();
  await results.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('1 item selected')).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'One request could not be decided' })).toContainText('Your role may not do this.');
});

test('refusals stand at their field, what was typed stays, and leaving is asked about', async ({ page, own, context }) => {
  const [uid] = await partners(own.url);
  await file(own.url, 'operations2', { affiliate_uid: uid, kind: 'restrict' });
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  const change = new ChangePage(page);
  await screen.open(`/status-changes/create?affiliate_uid=${uid}&kind=lift`, `Request a change of ${uid}`);
  const kinds = page.getByRole('group', { name: 'What changes' }).first();
  await expect(kinds).toContainText('Nothing would change: it is so already.');
  await change.choice('Restrict').click();
  await expect(kinds).not.toContainText('Nothing would change');
  await change.choice('Send the request Ctrl Enter').or(page.getByRole('button', { name: /^Send the request/ })).first().click();
  await expect(page.getByText('Choose a reason.')).toBeVisible();
  await change.choice('other').click();
  await page.keyboard.type('too short');
  await expect(change.text).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type(', now long enough');
  await change.choice('at another instant').click();
  await page.getByLabel('Instant (UTC)').fill('2026-01-01T00:00:00');
  await expect(page.getByText('This kind of change cannot hold from an earlier instant.').first()).toBeVisible();
  await change.choice('at once').click();
  await page.getByRole('textbox', { name: 'Evidence' }).fill('javascript:alert(1)');
  await expect(page.getByText('This is no http or https address: javascript:alert(1)')).toBeVisible();
  await page.getByRole('textbox', { name: 'Evidence' }).fill('https://example.org/a');
  await change.text.press('Control+Enter');
  await expect(kinds).toContainText('There is a pending request of this kind already.');
  await expect(change.text).toHaveValue('too short, now long enough');

  const asked: string[] = [];
  page.once('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await screen.navigation.getByRole('link', { name: 'Affiliates' }).click();
  await expect.poll(() => asked).toEqual(['What you have typed is not sent. Leave all the same?']);
  await expect(change.text).toHaveValue('too short, now long enough');
});

test('support asks but not for the end, decides nothing, and writes notes', async ({ page, own, context }) => {
  const [uid, other] = await partners(own.url);
  const pending = await file(own.url, 'operations', { affiliate_uid: other, kind: 'restrict' });
  await signedIn(context, own.url, 'support');
  const screen = new ConsolePage(page);
  const change = new ChangePage(page);
  await screen.open(`/status-changes/create?affiliate_uid=${uid}`, `Request a change of ${uid}`);
  await expect(change.choice('Leave')).toBeVisible();
  await expect(change.choice('Terminate')).toHaveCount(0);
  await screen.open(pageOf(pending), `Restrict: ${other}`);
  await expect(screen.section('What it does')).toContainText('The Partner enrolment stays open.');
  await expect(page.getByRole('button', { name: /^(Approve|Reject|Cancel)/ })).toHaveCount(0);

  await screen.open(`/affiliates/${uid}/show/notes`, `Affiliate ${uid}`);
  const notes = screen.section('Notes');
  await notes.getByRole('textbox', { name: 'New note' }).fill('Called; a brother uses the same device.');
  await notes.getByRole('button', { name: 'Write the note' }).click();
  const written = notes.getByRole('article').filter({ hasText: 'Called; a brother uses the same device.' });
  await expect(written).toContainText('support@demo.test');
  await expect(notes.getByRole('textbox', { name: 'New note' })).toHaveValue('');
});

test('admin sees the queue and does nothing in it', async ({ page, own, context }) => {
  const [uid] = await partners(own.url);
  const pending = await file(own.url, 'operations', { affiliate_uid: uid, kind: 'restrict' });
  await signedIn(context, own.url, 'admin');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open('/status-changes', 'Status changes');
  await expect(list.row(pending.id)).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^Select row/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Request a change' })).toHaveCount(0);
  await screen.open(pageOf(pending), `Restrict: ${uid}`);
  await expect(screen.section('What it does')).toContainText('The Partner enrolment stays open.');
  await expect(page.getByRole('button', { name: /^(Approve|Reject|Cancel)/ })).toHaveCount(0);
  await expect(screen.section('Notes')).toHaveCount(0);
  await screen.open('/status-changes/create', 'Not for your role');
});
