import { writeDay } from '../../client/fields/forms.ts';
import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { colleague, expect, filtered, rowsPath, signedIn, test } from './pages/world.ts';

test.describe.configure({ mode: 'parallel' });

test('a wrong password is refused without telling which of the two was wrong', async ({ page }) => {
  const screen = new ConsolePage(page);
  await page.goto('/');
  for (const email of ['compliance2@demo.test', 'nobody@demo.test']) {
    await page.getByLabel(/^E-mail/).fill(email);
    await page.getByLabel(/^Password/).fill('not the password');
    await screen.signInButton.click();
    await expect(page.getByRole('alert')).toHaveText('E-mail address or password is wrong.');
    await page.reload();
  }
});

test('an address opened before signing in is where one arrives', async ({ page, baseURL }) => {
  const api = await colleague(baseURL, 'operations2');
  const [run] = await api.get<{ id: string; day: string }[]>(rowsPath('runs', { kind: 'commission' }, 0));
  await api.leave();
  const screen = new ConsolePage(page);
  await page.goto(`/#/runs/${run!.id}/show`);
  await expect(screen.signInButton).toBeVisible();
  await screen.signIn('operations');
  await expect(screen.title).toHaveText(`Commission run of ${writeDay(run!.day, 'en')}`);
  expect(screen.address()).toBe(`/runs/${run!.id}/show`);
});

for (const address of ['//evil.example/a', '/\\evil.example/a', '/https://evil.example/a', '/javascript:alert(1)']) {
  test(`nobody arrives on another host after signing in: ${address}`, async ({ page, baseURL }) => {
    const screen = new ConsolePage(page);
    const strangers: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(`${baseURL}/`) && !request.url().startsWith('data:')) strangers.push(request.url());
    });
    await page.goto(`/#${address}`);
    await expect(screen.signInButton).toBeVisible();
    await screen.signIn('operations');
    await expect(screen.title).toHaveText(/No such page|Home/);
    expect(new URL(page.url()).origin).toBe(baseURL);
    expect(strangers).toEqual([]);
  });
}

test('an unknown address says so, and leads home', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  await screen.open('/nonsense/17', 'No such page');
  await page.getByRole('link', { name: 'Home' }).last().click();
  await expect(screen.title).toHaveText('Home');
  await screen.open('/tier-reviews/999999/show', 'This could not be shown');
  await expect(page.getByRole('alert')).toHaveText('There is no such thing.');
});

test('a session that ended elsewhere leads to the sign-in and back', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open('/affiliates', 'Affiliates');
  await expect(list.range).toBeVisible();
  await list.preset('Ended').click();
  await expect(page).toHaveURL(/enrolled/);
  await expect(list.preset('Ended')).toHaveAttribute('aria-pressed', 'true');
  const before = screen.address();

  const { csrf_token } = (await (await context.request.get('/api/session')).json()) as { csrf_token: string };
  const ended = await context.request.delete('/api/session', { headers: { 'X-CSRF-Token': csrf_token } });
  expect(ended.ok()).toBe(true);

  await page.reload();
  await expect(screen.signInButton).toBeVisible();
  await screen.signIn('operations');
  await expect(screen.title).toHaveText('Affiliates');
  expect(screen.address()).toBe(before);
  await expect(list.preset('Ended')).toHaveAttribute('aria-pressed', 'true');
});

test('the end of a session is noticed by the next question', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open('/commissions', 'Commissions');
  await expect(list.range).toBeVisible();
  const first = await list.rows.first().getByRole('link').first().textContent();
  // What asks by itself gets no answer: it would notice first, and one would come back to the list.
  await page.route('**/api/live', () => undefined);
  await context.clearCookies();
  await list.rows.first().getByRole('cell').nth(2).click();
  await expect(screen.signInButton).toBeVisible();
  await screen.signIn('operations');
  await expect(screen.title).toHaveText(`Commission record ${first}`);
});

test('what is decided after the end of a session is not told as done', async ({ page, context, baseURL }) => {
  const api = await colleague(baseURL, 'operations2');
  const [review] = await api.get<{ id: string; affiliate_uid: string; state: string }[]>(rowsPath('tier-reviews', { state: 'pending' }, 0));
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  await page.goto(`/#/tier-reviews/${review!.id}/show`);
  await page.getByRole('button', { name: /^Approve/ }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: /^Comment/ }).fill('The evidence bears it out.');
  const told: string[] = [];
  page.on('request', (request) => told.push(`${request.method()} ${new URL(request.url()).pathname}`));
  // What the page still asks for its case gets no answer: it would notice first, and nothing would be decided.
  await page.route(/\/api\/(?!session)/, (route) => (route.request().method() === 'GET' ? undefined : route.continue()));
  await context.clearCookies();
  await page.keyboard.press('Control+Enter');
  await expect(screen.signInButton).toBeVisible();
  await expect(page.getByText(/approved/i)).toHaveCount(0);
  expect(told.filter((one) => one.startsWith('POST'))).toEqual([`POST /api/tier-reviews/${review!.id}/approve`]);
  await page.unrouteAll();
  await screen.signIn('operations');
  expect(screen.address()).toBe(`/tier-reviews/${review!.id}/show`);
  expect(await api.get(`tier-reviews/${review!.id}`)).toMatchObject({ state: 'pending' });
  await api.leave();
});

test('the end of a session asks nobody whether they mean to leave what is typed', async ({ page, context, baseURL }) => {
  const api = await colleague(baseURL, 'operations2');
  const [review] = await api.get<{ id: string }[]>(rowsPath('tier-reviews', {}, 0));
  await api.leave();
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  const asked: string[] = [];
  page.on('dialog', (question) => {
    asked.push(question.message());
    void question.dismiss();
  });
  await page.goto(`/#/tier-reviews/${review!.id}/show`);
  await page.getByRole('textbox', { name: 'New note' }).fill('They called twice about this month.');
  await page.route('**/api/live', () => undefined);
  await context.clearCookies();
  await page.getByRole('button', { name: 'Write the note' }).click();
  await expect(screen.signInButton).toBeVisible();
  expect(asked).toEqual([]);
});

test('signing out in one tab ends the other', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'operations');
  const first = new ConsolePage(page);
  const second = new ConsolePage(await context.newPage());
  await first.open('/runs', 'Runs');
  await second.open('/affiliates', 'Affiliates');
  await first.signOut();
  await second.page.bringToFront();
  // What it asks by itself tells it, without a click.
  await expect(second.signInButton).toBeVisible();
  await expect(second.page.getByRole('table')).toHaveCount(0);
  await page.goBack();
  await expect(first.signInButton).toBeVisible();
});

test('a saved view outlives the session; a search is never saved', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open(filtered('/affiliates', { country: 'DE' }), 'Affiliates');
  await expect(list.range).toBeVisible();
  await page.getByRole('button', { name: 'Save this view' }).click();
  await screen.dialog.getByRole('textbox').fill('Germany');
  await screen.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(list.preset('Germany')).toHaveAttribute('aria-pressed', 'true');
  await list.preset('All').click();
  await expect(list.preset('All')).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await expect(list.preset('Germany')).toHaveAttribute('aria-pressed', 'false');
  await list.preset('Germany').click();
  await expect(page).toHaveURL(/DE/);
  await screen.signOut();
  await screen.signIn('operations');
  await screen.open('/affiliates', 'Affiliates');
  await expect(list.preset('Germany')).toBeVisible();
  await screen.main.getByRole('textbox', { name: 'Search' }).fill('somebody@example.org');
  await expect(page.getByText('Nothing matches these filters.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save this view' })).toHaveCount(0);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('somebody@example.org');
});

test('who is searched for stands in no address; the way back finds it', async ({ page, context, baseURL }) => {
  const api = await colleague(baseURL, 'compliance2');
  const partners = rowsPath('affiliates', { programme: 'partner' }, 0);
  const [account] = await api.get<{ uid: string; email: string }[]>(partners);
  await api.leave();
  const { uid, email } = account!;
  const addresses: string[] = [];
  page.on('framenavigated', (frame) => addresses.push(decodeURIComponent(frame.url())));
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  const search = screen.main.getByRole('textbox', { name: 'Search' });
  await screen.open('/affiliates', 'Affiliates');
  await expect(list.range).toBeVisible();
  await search.pressSequentially(email, { delay: 20 });
  await expect(list.rows).toHaveCount(1);
  await expect(list.row(uid)).toBeVisible();
  await list.table.getByRole('button', { name: 'Activated' }).click();
  await expect(page).toHaveURL(/sort=activated_at/);
  await expect(list.rows).toHaveCount(1);
  await list.row(uid).getByRole('link').first().click();
  await expect(screen.title).toHaveText(`Affiliate ${uid}`);
  await page.goBack();
  await expect(search).toHaveValue(email);
  await expect(list.rows).toHaveCount(1);
  await search.fill('nobody-of-this-name');
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(search).toHaveValue('');
  await expect(list.range).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.insertText(email);
  await page.keyboard.press('Enter');
  await expect(screen.title).toHaveText(`Affiliate ${uid}`);
  const [name] = email.split('@') as [string];
  expect(addresses.length).toBeGreaterThan(4);
  expect(addresses.filter((address) => address.includes('@') || address.includes(name))).toEqual([]);
});

test('an older address with a search in it is asked without it', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  await screen.open(filtered('/affiliates', { q: 'nobody', programme: 'pro' }), 'Affiliates');
  await expect(screen.main.getByRole('textbox', { name: 'Search' })).toHaveValue('nobody');
  await expect(page.getByText('Nothing matches these filters.')).toBeVisible();
  await expect.poll(() => screen.address()).not.toContain('nobody');
  await expect(page).toHaveURL(/programme/);
});

test('a list without rows says why, and one press shows them again', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open(filtered('/tier-reviews', { month: '2001-01' }), 'Tier reviews');
  await expect(page.getByText('Nothing matches these filters.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(list.range).toBeVisible();
  await screen.open(filtered('/commissions', { reason: 'suspended' }), 'Commissions');
  await expect(page.getByRole('alert')).toContainText('That would read every record.');
});
