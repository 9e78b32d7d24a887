import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { colleague, expect, rowsPath, signedIn, test, type Who } from './pages/world.ts';

test.describe.configure({ mode: 'parallel' });

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const WIDTHS = [1280, 1024];
const TOUR_TIMEOUT_MS = 180_000;
const THEME_BUTTON = 'Toggle light/dark mode';

type Theme = 'light' | 'dark';

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
  await api.leave();
  return { uid: pending.affiliate_uid, review: pending.id, record, trade, run, file };
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

const key = (name: string) => async (screen: ConsolePage) => {
  await screen.page.keyboard.press(name);
  await expect(screen.dialog).toBeVisible();
};

const tours: Record<string, { who: Who; screens: (ids: Ids) => Screen[] }> = {
  'the screens of operations': { who: 'operations', screens: ({ review, run, file }) => [
    { path: '/', title: 'Home' },
    { path: '/tier-reviews', title: 'Tier reviews', reveal: chooseFirst },
    { path: `/tier-reviews/${review}/show`, title: /^Tier review of/, reveal: key('a') },
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
  'an affiliate’s page': { who: 'compliance', screens: ({ uid }) => [
    { path: `/affiliates/${uid}/show`, title: /^Affiliate/ },
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
    { path: '/staff', title: 'Staff' },
  ] },
};

/**
 * What a look at the page as it stands finds: serious and critical faults of accessibility, each with where it is. The
 * dark page is built like the light one: only the contrast of its colours is its own. The rows of a table are built
 * alike: the first eight stand for the rest.
 */
async function faultsOf(page: Page, theme: Theme): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().exclude('tbody tr:nth-of-type(n + 9)');
  const { violations } = await (theme === 'dark' ? axe.withRules('color-contrast') : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary: why }) => `${id} ${target.join(' ')} ${why}`));
}

async function goDark(page: Page): Promise<void> {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByRole('button', { name: THEME_BUTTON }).click();
  await expect.poll(ground).not.toBe(light);
}

async function widerThan(page: Page): Promise<string[]> {
  const wide: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const needed = await page.evaluate(() => document.documentElement.scrollWidth);
    if (needed > width) wide.push(`${needed} px at ${width}`);
  }
  return wide;
}

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
        await expect(page.getByRole('progressbar')).toHaveCount(0);
        await expect(screen.main.locator('section, table, [role=alert]').first()).toBeVisible();
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
