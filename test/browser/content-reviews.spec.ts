import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { colleague, expect, ownWorldTest as test, rowsPath, signedIn } from './pages/world.ts';

test.describe.configure({ mode: 'parallel' });

interface Account {
  uid: string;
  referral_code: string;
}

/** With a Cyrillic letter in it. */
const url = 'https://b\u0456nance.com/join?ref=FREE';
const text = '<img src=x onerror="document.title=1">\nFree coins for everybody.';

async function submit(own: string, contents: { url: string; text: string }[]): Promise<{ affiliate: Account; ids: string[] }> {
  const api = await colleague(own, 'operations');
  const others = (await api.get<{ affiliate_uid: string }[]>(rowsPath('content-reviews'))).map(({ affiliate_uid }) => affiliate_uid);
  const affiliate = (await api.get<Account[]>(rowsPath('affiliates', { programme: 'pro', enrolled: 'open', restriction: 'none' })))
    .find(({ uid }) => !others.includes(uid));
  const ids: string[] = [];
  for (const content of contents) {
    const body = { affiliate_uid: affiliate!.uid, channel: 'video channel', ...content };
    ids.push((await api.post<{ id: string }>('content-reviews', body)).id);
  }
  await api.leave();
  return { affiliate: affiliate!, ids };
}

test('compliance rejects a look-alike with a reason, has the decision to copy, and asks for a restriction with the evidence', async ({ page, own, context }) => {
  const { affiliate, ids: [flagged, plain] } = await submit(own.url, [{ url, text }, { url: 'https://example.org/review', text: 'A review.' }]);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signedIn(context, own.url, 'compliance');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open('/content-reviews', 'Content reviews');
  await expect(list.row(flagged!)).toContainText('resembles binance.com');
  await list.preset('Pending, look-alikes').click();
  await expect(list.row(plain!)).toHaveCount(0);
  await list.row(flagged!).getByRole('link', { name: flagged!, exact: true }).click();

  await expect(screen.title).toHaveText(`Content review ${flagged}`);
  await expect(screen.section('The text, as it was submitted')).toContainText('<img src=x onerror=');
  await expect(page.locator('main img[src="x"]')).toHaveCount(0);
  const link = screen.section('The link, as text');
  await expect(link).toContainText('xn--bnance-');
  await expect(page.locator('main a[href^="https://"]')).toHaveCount(0);
  await link.getByRole('button', { name: 'Copy the link' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(url);
  await link.getByRole('button', { name: 'Open…' }).click();
  const leaving = screen.dialog.getByRole('link', { name: 'Open in a new window' });
  await expect(leaving).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(leaving).toHaveAttribute('target', '_blank');
  await screen.dialog.getByRole('button', { name: 'Back' }).click();
  await expect(screen.section('What looks like an official name').getByRole('row')).toHaveCount(2);

  await page.keyboard.press('r');
  await screen.dialog.getByRole('button', { name: 'look-alike domain or handle' }).click();
  await screen.dialog.getByRole('textbox', { name: /^Comment/ }).fill('A Cyrillic letter in the host.');
  await page.keyboard.press('Control+Enter');
  await expect(screen.title).toHaveText(`Content review ${plain}`);

  await screen.open(`/content-reviews/${flagged}/show`, `Content review ${flagged}`);
  const issued = screen.section('The decision as it is issued');
  for (const language of ['English', 'French', 'German', 'Persian']) {
    await expect(issued.getByRole('button', { name: `Copy the decision in ${language}` })).toBeVisible();
  }
  await issued.getByRole('button', { name: 'Copy the decision in German' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('mit unseren verwechselt werden');
  await expect(screen.section('Content of this affiliate')).toContainText('1 pending · 0 approved · 0 rejected');

  await page.getByRole('link', { name: 'Request a restriction' }).click();
  await expect(screen.title).toHaveText(`Request a change of ${affiliate.uid}`);
  await expect(page.getByRole('button', { name: 'Restrict', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: 'suspected breach of terms' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('textbox', { name: 'Evidence' })).toHaveValue(
    `${own.url}/#/content-reviews/${flagged}/show\n${url}`,
  );
  await page.getByRole('textbox', { name: /^What has happened/ }).fill('Content under a look-alike of our domain.');
  await page.keyboard.press('Control+Enter');
  await expect(screen.title).toHaveText(`Restrict: ${affiliate.uid}`);
});

test('who decides no content is told who does, while it waits', async ({ page, own, context }) => {
  const api = await colleague(own.url, 'operations');
  const [waiting] = await api.get<{ id: string }[]>(rowsPath('content-reviews', { state: 'pending', not_requested_by: 'operations@demo.test' }, 0));
  const [decided] = await api.get<{ id: string }[]>(rowsPath('content-reviews', { state: 'rejected' }, 0));
  await api.leave();
  await signedIn(context, own.url, 'operations');
  const screen = new ConsolePage(page);
  await screen.open(`/content-reviews/${waiting!.id}/show`, /^Content review/);
  await expect(screen.main.getByText('This waits for a decision of: Compliance.')).toBeVisible();
  await screen.open(`/content-reviews/${decided!.id}/show`, `Content review ${decided!.id}`);
  await expect(screen.main.getByText(/^This waits for a decision of/)).toHaveCount(0);
});

test('content is decided in bulk with one reason, each on its own; who submitted it has no box', async ({ page, own, context }) => {
  const { ids, affiliate } = await submit(own.url, [1, 2].map((number) => ({ url: `https://example.org/${number}`, text: 'Too loud.' })));
  await signedIn(context, own.url, 'compliance');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open(`/content-reviews/create?affiliate_uid=${affiliate.uid}`, 'Submit content for review');
  await page.getByRole('textbox', { name: /^Address/ }).fill('javascript:alert(1)');
  await page.getByRole('textbox', { name: /^Channel/ }).fill('video channel');
  await page.getByRole('textbox', { name: /^Text/ }).fill('Mine to submit.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('This is no http or https address.')).toBeVisible();
  await page.getByRole('textbox', { name: /^Address/ }).fill('https://example.org/mine');
  await page.keyboard.press('Control+Enter');
  await expect(screen.title).toHaveText(/^Content review \d+$/);
  await expect(page.getByText('You asked for this. Another person has to decide it.')).toBeVisible();

  await screen.open('/content-reviews', 'Content reviews');
  for (const id of ids) await expect(list.row(id)).toBeVisible();
  await expect(list.rows.filter({ hasText: 'yours' }).getByRole('checkbox')).toBeDisabled();
  for (const id of ids) await list.checkbox(id).click();
  await page.getByRole('button', { name: 'Reject', exact: true }).click();
  await screen.dialog.getByRole('button', { name: 'quality', exact: true }).click();
  await screen.dialog.getByRole('textbox', { name: /^Comment/ }).fill('Not good enough.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Decided: 2. Not decided: 0.')).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  for (const id of ids) await expect(list.row(id)).toHaveCount(0);
});

test('a signal names its facts, leads to its rows, and to a request with its page as evidence', async ({ page, own, context }) => {
  const api = await colleague(own.url, 'operations2');
  const { now } = await api.get<{ now: string }>('home');
  // Who has no such signal yet.
  const known = (await api.get<{ affiliate_uid: string }[]>(rowsPath('signals'))).map(({ affiliate_uid }) => affiliate_uid);
  const affiliate = (await api.get<Account[]>(rowsPath('affiliates', { programme: 'referral', enrolled: 'open', restriction: 'none' })))
    .find(({ uid }) => !known.includes(uid));
  const month = now.slice(0, 7);
  const rows = Array.from({ length: 10 }, (_, minute) =>
    [`burst-${minute}`, `${month}-01T00:${String(minute).padStart(2, '0')}:00.000Z`, 'BR', 'normal', 'basic', '0', `burst${minute}@example.org`,
      `Name ${minute}`, '', affiliate!.referral_code, 'link', ''].join(','));
  const columns = 'uid,registered_at,country,account_type,kyc_level,vip_level,email,name,referral_code,inviter_code,inviter_channel,inviter_campaign';
  await api.upload('accounts', `${columns}\n${rows.join('\n')}\n`);
  await api.leave();
  await signedIn(context, own.url, 'compliance');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open('/signals', 'Signals');
  const row = list.rows.filter({ hasText: affiliate!.uid }).filter({ hasText: 'Burst of registrations' });
  await expect(row).toContainText('10');
  await row.getByRole('link', { name: 'Burst of registrations' }).click();
  await expect(screen.title).toHaveText(`Burst of registrations: ${affiliate!.uid}`);
  await expect(page.getByText('A signal decides nothing')).toBeVisible();
  await expect(screen.section('Facts').getByRole('link', { name: 'burst-9' })).toBeVisible();
  const address = page.url();
  await page.getByRole('link', { name: 'Request a change' }).click();
  await expect(screen.title).toHaveText(`Request a change of ${affiliate!.uid}`);
  await expect(page.getByRole('textbox', { name: 'Evidence' })).toHaveValue(address);
  await page.goBack();
  await screen.section('The rows behind it').getByRole('link', { name: 'The invitees in the list' }).click();
  await expect(screen.title).toHaveText('Referrals');
  await expect(list.rows).toHaveCount(10);
});
