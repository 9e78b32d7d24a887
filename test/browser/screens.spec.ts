import type { Locator } from '@playwright/test';
import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { faultsOf, goDark, widerThan } from './pages/look.ts';
import { colleague, expect, rowsPath, signedIn, test, type Colleague, type Who } from './pages/world.ts';

test.describe.configure({ mode: 'parallel' });

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const TOUR_TIMEOUT_MS = 180_000;

interface Screen {
  path: string;
  title: string | RegExp;
  /** Opens what the screen hides at first, and is done when it is there. */
  reveal?: (screen: ConsolePage) => Promise<void>;
}

interface Ids {
  uid: string;
  review: string;
  record: string;
  trade: string;
  run: string;
  file: string;
  /** A status change that waits for a second person. */
  change: string;
  /** A payout that waits for its release, and one of its lines. */
  payout: string;
  line: string;
  reversal: string;
  correction: string;
  /** A manifest that does not match. */
  manifest: string;
}

/** One of each thing that has a page. */
async function idsOf(url: string | undefined): Promise<Ids> {
  const api = await colleague(url, 'operations2');
  const first = async <Row>(resource: string, filter: unknown = {}) =>
    (await api.get<Row[]>(rowsPath(resource, filter, 0)))[0]!;
  const pending = await first<{ id: string; affiliate_uid: string }>('tier-reviews', { state: 'pending' });
  const { id: record, trade_id: trade } = await first<{ id: string; trade_id: string }>('commissions');
  const { id: run } = await first<{ id: string }>('runs');
  const { id: file } = await first<{ id: string }>('imports');
  const change = await pendingChange(api, pending.affiliate_uid);
  const { id: payout } = await first<{ id: string }>('payouts', { state: 'ready' });
  const { id: line } = await first<{ id: string }>('payout-lines', { batch_id: payout });
  const { id: reversal } = await first<{ id: string }>('reversals', { state: 'pending' });
  const { id: correction } = await first<{ id: string }>('corrections', { state: 'pending' });
  const manifests = await api.get<{ id: string; state: string }[]>(rowsPath('manifests'));
  const { id: manifest } = manifests.find(({ state }) => state === 'missing')!;
  await api.leave();
  const money = { payout, line, reversal, correction, manifest };
  return { uid: pending.affiliate_uid, review: pending.id, record, trade, run, file, change, ...money };
}

/** The worker's world is shared: the first who asks files it. */
async function pendingChange(api: Colleague, affiliate_uid: string): Promise<string> {
  const filter = { affiliate_uid, kind: 'account_type', state: 'pending' };
  const [there] = await api.get<{ id: string }[]>(rowsPath('status-changes', filter, 0));
  if (there) return there.id;
  const asked = { affiliate_uid, kind: 'account_type', to: 'collaborator', reason_code: 'correction', text: 'Wrong from the start.' };
  const evidence = ['https://example.org/ticket/4711'];
  return (await api.post<{ id: string }>('status-changes', { ...asked, evidence })).id;
}

/** Presses a button of the page, and waits for what it opens. */
function press(name: string, opened: (screen: ConsolePage) => Locator = ({ dialog }) => dialog) {
  return async (screen: ConsolePage) => {
    await screen.main.getByRole('button', { name, exact: true }).click();
    await expect(opened(screen)).toBeVisible();
  };
}

const chooseFirst = ({ page }: ConsolePage) => new ListPage(page).rows.first().getByRole('checkbox').check();
const daysTable = (screen: ConsolePage) => screen.section(/^Commission of the last/).getByRole('table');

const effectSeen = async ({ page }: ConsolePage) => {
  await expect(page.getByRole('region', { name: 'Effect' }).getByText('Tier reviews withdrawn')).toBeVisible();
};

const key = (name: string) => async (screen: ConsolePage) => {
  await screen.page.keyboard.press(name);
  await expect(screen.dialog).toBeVisible();
};

const tours: Record<string, { who: Who; screens: (ids: Ids) => Screen[] }> = {
  'the screens of operations': { who: 'operations', screens: ({ review, run, file, change, uid }) => [
    { path: '/', title: 'Home' },
    { path: '/tier-reviews', title: 'Tier reviews', reveal: chooseFirst },
    { path: `/tier-reviews/${review}/show`, title: /^Tier review of/, reveal: key('a') },
    { path: '/status-changes', title: 'Status changes' },
    { path: `/status-changes/${change}/show`, title: /^Account type:/, reveal: key('a') },
    { path: `/status-changes/create?affiliate_uid=${uid}&kind=freeze`, title: /^Request a change of/, reveal: effectSeen },
    { path: '/boosts', title: 'Boosts' },
    { path: `/boosts/create?affiliate_uid=${uid}`, title: 'Request a boost' },
    { path: '/imports', title: 'Imports', reveal: press('Import a file') },
    { path: `/imports/${file}/show`, title: /^Import/ },
    { path: '/runs', title: 'Runs', reveal: press('Start a run') },
    { path: `/runs/${run}/show`, title: /run of/ },
    { path: '/preferences', title: 'Preferences', reveal: key('?') },
  ] },
  'the lists and the audit': { who: 'compliance', screens: ({ record }) => [
    { path: '/', title: 'Home', reveal: press('Show as table', daysTable) },
    { path: '/affiliates', title: 'Affiliates', reveal: press('Add filter', ({ page }) => page.getByRole('menu')) },
    { path: '/referrals', title: 'Referrals' },
    { path: '/commissions', title: 'Commissions', reveal: press('Columns') },
    { path: `/commissions/${record}/show`, title: /^Commission record/ },
    { path: '/evaluations', title: 'Evaluations' },
    { path: '/rulebooks', title: 'Rulebooks' },
    { path: '/rulebooks/1/show', title: /rulebook|version/i },
    { path: '/audit-events', title: 'Audit' },
    { path: '/audit-events/1/show', title: 'Audit event 1' },
  ] },
  'payday': { who: 'operations', screens: ({ payout, line, manifest }) => [
    { path: '/payouts', title: 'Payouts' },
    { path: `/payouts/${payout}/show`, title: /^Payout of/, reveal: key('a') },
    { path: '/payout-lines', title: 'Payout lines', reveal: press('Columns') },
    { path: `/payout-lines/${line}/show`, title: /^Payout line/ },
    { path: '/payout-stops', title: 'Stops of payouts' },
    { path: '/shortfalls', title: 'Shortfalls' },
    { path: '/manifests', title: 'Manifests' },
    { path: `/manifests/${manifest}/show`, title: /^Manifest of/ },
  ] },
  'reversals and corrections': { who: 'compliance', screens: ({ reversal, correction, record }) => [
    { path: '/payouts', title: 'Payouts', reveal: press('Stop all payouts') },
    { path: '/reversals', title: 'Reversals', reveal: chooseFirst },
    { path: `/reversals/${reversal}/show`, title: /^Reversal/, reveal: key('a') },
    { path: '/corrections', title: 'Corrections', reveal: chooseFirst },
    { path: `/corrections/${correction}/show`, title: /^Correction/, reveal: key('a') },
    { path: `/commissions/${record}/show`, title: /^Commission record/, reveal: press('Ask for a correction') },
  ] },
  'an affiliate’s page': { who: 'compliance', screens: ({ uid }) => [
    { path: `/affiliates/${uid}/show`, title: /^Affiliate/ },
    { path: `/affiliates/${uid}/show?as_of=2026-01-01T00:00:00.000Z`, title: /^Affiliate/ },
    { path: `/affiliates/${uid}/show/timeline`, title: /^Affiliate/ },
    { path: `/affiliates/${uid}/show/notes`, title: /^Affiliate/ },
    { path: `/affiliates/${uid}/show/tiers`, title: /^Affiliate/ },
    { path: `/affiliates/${uid}/show/referrals`, title: /^Affiliate/ },
    { path: `/affiliates/${uid}/show/commissions`, title: /^Affiliate/ },
    { path: `/affiliates/${uid}/show/history`, title: /^Affiliate/ },
  ] },
  'the screens of support': { who: 'support', screens: ({ uid, trade }) => [
    { path: '/', title: 'Home', reveal: async (screen) => {
      await screen.omnibox.fill(uid);
      await expect(screen.page.getByRole('option').first()).toBeVisible();
    } },
    { path: `/explain/trade/${trade}`, title: /^Trade/ },
    { path: `/affiliates/${uid}/show`, title: /^Affiliate/, reveal: press('Reveal with a reason') },
    { path: '/staff', title: 'Not for your role' },
    { path: '/nonsense', title: 'No such page' },
  ] },
  'the screens of admin': { who: 'admin', screens: () => [
    { path: '/', title: 'Home' },
    { path: '/staff', title: 'Staff', reveal: press('Add a member of staff') },
    { path: '/staff-changes', title: 'Changes of staff' },
  ] },
};

for (const theme of ['light', 'dark'] as const) {
  for (const [name, { who, screens }] of Object.entries(tours)) {
    test(`${name}, ${theme}: nothing serious for axe, no wider than the window`, async ({ page, context, baseURL }) => {
      test.setTimeout(TOUR_TIMEOUT_MS);
      const ids = await idsOf(baseURL);
      await signedIn(context, baseURL, who);
      const screen = new ConsolePage(page);
      const found: Record<string, string[]> = {};
      await screen.open('/', 'Home');
      if (theme === 'dark') await goDark(page);
      for (const { path, title, reveal } of screens(ids)) {
        await screen.open(path, title);
        await expect(page.locator('[role=progressbar]:not([aria-valuenow])')).toHaveCount(0);
        await expect(screen.main.locator('section, table, [role=alert], [role=status]').first()).toBeVisible();
        const faults = theme === 'light' ? await widerThan(page) : [];
        faults.push(...(await faultsOf(page, theme)));
        if (reveal) {
          await reveal(screen);
          faults.push(...(await faultsOf(page, theme)));
          await page.keyboard.press('Escape');
        }
        if (faults.length > 0) found[path] = [...new Set(faults)];
      }
      expect(found).toEqual({});
    });
  }

  test(`before signing in, ${theme}: nothing serious for axe, no wider`, async ({ page, context, baseURL }) => {
    const screen = new ConsolePage(page);
    if (theme === 'dark') {
      await signedIn(context, baseURL, 'support');
      await screen.open('/', 'Home');
      await goDark(page);
      await screen.signOut();
    }
    for (const path of ['/', '/#/set-password']) {
      await page.goto(path);
      await expect(screen.title).toBeVisible();
      expect(await widerThan(page)).toEqual([]);
      expect(await faultsOf(page, theme)).toEqual([]);
    }
  });
}

test('light and dark by the button in the banner, kept over a reload', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  await screen.open('/', 'Home');
  await goDark(page);
  await page.reload();
  await expect(screen.title).toHaveText('Home');
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
});
