import { ChangePage } from './pages/change-page.ts';
import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { colleague, expect, ownWorldTest as test, rowsPath, signedIn, type Who } from './pages/world.ts';

test.describe.configure({ mode: 'parallel' });

interface Account {
  uid: string;
  kyc_level: string;
  account_manager: string | null;
}

interface Application {
  id: string;
}

const written = { channels: 'A video channel of 40,000 readers', audience: 'People who trade at night', text: '<b>I would like</b> to take part.' };

/** Enrolled nowhere any more, so that they can apply, and one who is enrolled. */
async function applicants(url: string): Promise<{ free: [string, string]; bound: string }> {
  const api = await colleague(url, 'operations2');
  const account_type = ['normal', 'broker', 'institutional', 'collaborator'];
  const ended = (await api.get<Account[]>(rowsPath('affiliates', { enrolled: 'ended', account_type })))
    .filter(({ kyc_level }) => kyc_level === 'advanced');
  const open = (await api.get<Account[]>(rowsPath('affiliates', { enrolled: 'open', account_type: 'normal' }))).find(({ account_manager }) => account_manager === null);
  await api.leave();
  expect(ended.length).toBeGreaterThanOrEqual(2);
  return { free: [ended[0]!.uid, ended[1]!.uid], bound: open!.uid };
}

async function file(url: string, who: Who, uid: string): Promise<string> {
  const api = await colleague(url, who);
  const { id } = await api.post<Application>('applications', { uid, ...written });
  await api.leave();
  return id;
}

test('operations reads an application, approves it by keys, and the enrolment is open; the next case follows', async ({ page, own, context }) => {
  const { free: [uid, other], bound } = await applicants(own.url);
  const first = await file(own.url, 'operations2', uid);
  const hindered = await file(own.url, 'support', bound);
  const last = await file(own.url, 'support', other);
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  const change = new ChangePage(page);
  await screen.open('/applications', 'Applications');
  await expect(list.row(first)).toContainText(written.channels);
  await expect(list.row(hindered)).toContainText('not now: already enrolled');
  await list.row(first).getByRole('link', { name: first, exact: true }).click();

  await expect(screen.title).toHaveText(`Application ${first}`);
  await expect(screen.section('The application')).toContainText(written.text);
  await expect(screen.fact(screen.section('What is known about the person'), 'KYC level')).toHaveText('advanced');
  await change.decide('a', 'A channel with readers of its own.');
  await expect(screen.title).toHaveText(`Application ${hindered}`);
  await expect(page.getByText('It cannot be approved now: already enrolled.')).toBeVisible();

  await screen.open(`/affiliates/${uid}/show`, `Affiliate ${uid}`);
  await expect(screen.fact(screen.section('Enrolment'), 'Programme')).toHaveText('Pro');

  await screen.open('/applications', 'Applications');
  await list.checkbox(hindered).click();
  await list.checkbox(last).click();
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await change.comment.fill('Both have written at length.');
  await page.keyboard.press('Control+Enter');
  const results = page.getByRole('dialog', { name: 'Result of each request' });
  await expect(results.getByRole('row', { name: new RegExp(`^${hindered} `) })).toContainText('An enrolment is open already.');
  await expect(results.getByRole('row', { name: new RegExp(`^${last} `) })).toContainText('Approved');
  await results.getByRole('button', { name: 'Close' }).click();
  await expect(list.checkbox(hindered)).toBeChecked();
  await expect(page.getByRole('link', { name: `Application ${hindered}` })).toBeVisible();
});

test('who files an application by form does not decide it, and what was typed stays where it is refused', async ({ page, own, context }) => {
  const { free: [uid] } = await applicants(own.url);
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  await screen.open('/applications/create', 'File an application to Pro');
  const field = (name: RegExp) => page.getByRole('textbox', { name });
  await field(/^Applicant/).fill('nobody-at-all');
  await field(/^Channels/).fill(written.channels);
  await field(/^Audience/).fill(written.audience);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('What did they write?')).toBeVisible();
  await field(/^In their words/).fill(written.text);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('there is no such account')).toBeVisible();
  await expect(field(/^Channels/)).toHaveValue(written.channels);
  await field(/^Applicant/).fill(uid);
  await page.keyboard.press('Control+Enter');
  await expect(screen.title).toHaveText(/^Application \d+$/);
  await expect(page.getByText('You asked for this. Another person has to decide it.')).toBeVisible();
  await page.keyboard.press('a');
  await expect(screen.dialog).toHaveCount(0);
});

test('an account manager is assigned with a reason, found by the filter, and feedback stands among the notes', async ({ page, own, context }) => {
  const { bound } = await applicants(own.url);
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open(`/affiliates/${bound}/show`, `Affiliate ${bound}`);
  const manager = screen.section('Account manager');
  await expect(manager).toContainText('Nobody looks after this affiliate.');
  await manager.getByRole('button', { name: 'Assign' }).click();
  await screen.dialog.getByRole('combobox').click();
  await page.getByRole('option', { name: /operations@demo\.test/ }).click();
  await screen.dialog.getByRole('textbox', { name: /^Comment/ }).fill('Speaks their language.');
  await page.keyboard.press('Control+Enter');
  await expect(manager).toContainText('operations@demo.test');

  await page.getByRole('tab', { name: 'Notes' }).click();
  await page.getByRole('textbox', { name: 'New note' }).fill('The links are hard to find.');
  const form = screen.section('Notes').locator('form');
  await form.getByRole('button', { name: 'what the affiliate told us' }).click();
  await form.getByRole('button', { name: 'Write the note' }).click();
  await screen.section('Notes').getByRole('group', { name: 'Show' }).first().getByRole('button', { name: 'what the affiliate told us' }).click();
  await expect(screen.section('Notes').getByRole('article')).toHaveCount(1);

  await screen.open('/affiliates', 'Affiliates');
  await list.preset('Looked after by me').click();
  await expect(list.row(bound)).toBeVisible();
  const api = await colleague(own.url, 'operations2');
  const mine = await api.get<Account[]>(rowsPath('affiliates', { account_manager: 'operations@demo.test' }));
  await api.leave();
  await expect(list.rows).toHaveCount(mine.length);
});
