import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { faultsOf, goDark, widerThan } from './pages/look.ts';
import { colleague, dayAfter, expect, ownWorldTest as test, rowsPath, signedIn } from './pages/world.ts';

test.describe.configure({ mode: 'parallel' });

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const TOUR_TIMEOUT_MS = 180_000;

interface Account {
  uid: string;
  referral_code: string;
}

interface Ids {
  inviter: string;
  user: string;
  application: string;
  content: string;
  decided: string;
  signal: string;
}

/** Ten registrations within ten minutes: a signal. */
function burst(code: string, day: string): string {
  const columns = 'uid,registered_at,country,account_type,kyc_level,vip_level,email,name,referral_code,inviter_code,inviter_channel,inviter_campaign';
  const rows = Array.from({ length: 10 }, (_, minute) =>
    `burst-${minute},${day}T00:0${minute}:00.000Z,BR,normal,basic,0,burst${minute}@example.org,Name ${minute},,${code},link,`);
  return `${columns}\n${rows.join('\n')}\n`;
}

/** One of each thing that has a page. */
async function fill(url: string): Promise<Ids> {
  const api = await colleague(url, 'operations2');
  const { now } = await api.get<{ now: string }>('home');
  const then = `${dayAfter(now, -3)}T00:00:00.000Z`;
  const [pro] = await api.get<Account[]>(rowsPath('affiliates', { programme: 'pro', enrolled: 'open' }, 0));
  const others = await api.get<Account[]>(rowsPath('affiliates', { programme: 'referral' }));
  const rows = others.slice(0, 6).map(({ uid }, n) =>
    `attempt-${n},${uid},${pro!.referral_code},${n % 2 ? 'code' : 'current_link'},${then},${n % 3 ? then : ''}`);
  await api.upload('recalls', `recall_id,uid,inviter_code,via,attempted_at,confirmed_at\n${rows.join('\n')}\n`);
  const user = others[0]!.uid;
  await api.upload('accounts', burst(others[1]!.referral_code, `${now.slice(0, 7)}-01`));
  const { id: application } = await api.post<{ id: string }>('applications', {
    uid: user, channels: 'A video channel with a long name, a newsletter, two groups of readers', audience: 'People', text: 'Words. '.repeat(60),
  });
  const submit = async (address: string) =>
    (await api.post<{ id: string }>('content-reviews', { affiliate_uid: pro!.uid, url: address, channel: '@binnance_free_coins', text: 'Text. '.repeat(200) })).id;
  const content = await submit(`https://binance-free-coins.example.com/${'long/'.repeat(30)}`);
  const decided = await submit('https://example.org/two');
  const [signal] = await api.get<{ id: string }[]>(rowsPath('signals', {}, 0));
  await api.leave();
  const compliance = await colleague(url, 'compliance2');
  await compliance.post(`content-reviews/${decided}/reject`, { reason_code: 'quality', comment: 'Not good enough.' });
  await compliance.leave();
  return { inviter: pro!.uid, user, application, content, decided, signal: signal!.id };
}

interface Screen {
  path: string;
  title: RegExp;
  /** Opens what the screen hides at first. */
  reveal?: (screen: ConsolePage) => Promise<void>;
}

const chooseFirst = ({ page }: ConsolePage) => new ListPage(page).rows.first().getByRole('checkbox').check();
const key = (name: 'a' | 'r') => async ({ page, dialog }: ConsolePage) => {
  await expect(page.getByRole('button', { name: name === 'a' ? /^Approve/ : /^Reject/ })).toBeVisible();
  await page.keyboard.press(name);
  await expect(dialog).toBeVisible();
};

const tours: Record<'operations' | 'compliance', (ids: Ids) => Screen[]> = {
  operations: ({ inviter, user, application }) => [
    { path: '/recall-check', title: /^Recall check/ },
    { path: `/recall-check?uid=${user}&inviter=${inviter}&via=code`, title: /^Recall check/ },
    { path: '/recalls', title: /^Recalls/ },
    { path: '/applications', title: /^Applications/, reveal: chooseFirst },
    { path: `/applications/${application}/show`, title: /^Application/ },
    { path: '/applications/create', title: /^File an application/ },
    { path: `/affiliates/${inviter}/show`, title: /^Affiliate/, reveal: async ({ page, dialog }) => {
      await page.getByRole('button', { name: /^(Assign|Change)$/ }).click();
      await expect(dialog).toBeVisible();
    } },
    { path: `/affiliates/${inviter}/show/recalls`, title: /^Affiliate/ },
    { path: `/affiliates/${inviter}/show/content`, title: /^Affiliate/ },
  ],
  compliance: ({ content, decided, signal }) => [
    { path: '/content-reviews', title: /^Content reviews/, reveal: chooseFirst },
    { path: `/content-reviews/${content}/show`, title: /^Content review/, reveal: key('r') },
    { path: `/content-reviews/${decided}/show`, title: /^Content review/ },
    { path: '/content-reviews/create', title: /^Submit content/ },
    { path: '/signals', title: /^Signals/ },
    { path: `/signals/${signal}/show`, title: /^Burst of registrations/ },
  ],
};

for (const theme of ['light', 'dark'] as const) {
  for (const [who, screens] of Object.entries(tours)) {
    test(`the new screens of ${who}, ${theme}: nothing serious for axe, no wider than the window`, async ({ page, own, context }) => {
      test.setTimeout(TOUR_TIMEOUT_MS);
      const ids = await fill(own.url);
      await signedIn(context, own.url, who as keyof typeof tours);
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
}
