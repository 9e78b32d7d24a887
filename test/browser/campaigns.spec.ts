import type { BonusRow } from '#contract/bonuses';
import type { CommissionRow } from '#contract/commissions';
import { writeDay } from '../../client/fields/forms.ts';
import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import type { Screen } from './pages/screens.ts';
import { tourInBothThemes } from './pages/tour.ts';
import { colleague, dayAfter, expect, ownWorldTest as test, rowsPath, signedIn, type Who } from './pages/world.ts';

const TOUR_TIMEOUT_MS = 300_000;

interface Ids {
  now: string;
  affiliate: string;
  campaign: string;
}

const winter = {
  code: 'winter', kind: 'exclusive', audience: 'all', name: 'Winter', landing_url: 'https://promo.example/winter?lang=en',
  regions: ['BR', 'FR'], budget: '100', cap_per_affiliate: '40',
  tasks: [{ task: 'register' }],
  rewards: [{ side: 'inviter', reward: 'cash', amount: '7.5', currency: 'USDT' }, { side: 'invitee', reward: 'fee_voucher', amount: '2', currency: 'USDT' }],
  texts: { en: { title: 'Winter', body: 'Words. '.repeat(20) }, fa: { title: 'زمستان', body: '' } },
};

/** A campaign that is open, one whose texts are as long as they can be, and an affiliate for them. */
async function fill(url: string): Promise<Ids> {
  const api = await colleague(url, 'operations2');
  const { now } = await api.get<{ now: string }>('home');
  const [affiliate] = await api.get<{ uid: string }[]>(rowsPath('affiliates', { programme: 'referral', enrolled: 'open', country: 'BR', restriction: 'none' }, 0));
  const { id } = await api.post<{ id: string }>('campaigns', { ...winter, starts_at: `${dayAfter(now, -20)}T00:00:00.000Z`, ends_at: `${dayAfter(now, 20)}T00:00:00.000Z` });
  await api.post(`campaigns/${id}/activate`, {});
  // As long as they can be: no column may be cut.
  await api.post('campaigns', {
    ...winter, code: 'w'.repeat(64), name: `${'Long '.repeat(39)}!`, budget: '92233720368.54775807',
    starts_at: `${dayAfter(now, 1)}T00:00:00.000Z`, ends_at: `${dayAfter(now, 300)}T00:00:00.000Z`,
  });
  await api.leave();
  return { now, affiliate: affiliate!.uid, campaign: id };
}

test('a campaign from its draft to a cap that a second person has raised', async ({ page, context, baseURL, own }) => {
  const { now, affiliate } = await fill(own.url);
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  const field = (name: string | RegExp) => page.getByLabel(name).and(page.locator('input, textarea'));
  const next = async (who: Who, path: string, title: string | RegExp): Promise<void> => {
    await context.clearCookies();
    await signedIn(context, baseURL, who);
    await page.goto('about:blank');
    await screen.open(path, title);
  };

  await next('operations', '/campaigns/create', 'New campaign');
  await page.keyboard.press('Control+Enter');
  await expect(screen.main.getByText('Name it.')).toBeVisible();
  await field(/^Code/).fill('spring');
  await page.getByRole('button', { name: 'exclusive' }).click();
  await page.getByRole('button', { name: 'who has joined' }).click();
  await field(/^Name/).fill('Spring');
  await field(/^Landing page/).fill('\tjavascript:alert(1)');
  await field(/^Starts/).fill(`${dayAfter(now, 2)}T00:00`);
  await field(/^Ends/).fill(`${dayAfter(now, 1)}T00:00`);
  await field(/^Regions/).fill('br, us');
  await page.getByRole('checkbox', { name: 'Deposit' }).check();
  await field('Deposit: at least (USDT)').fill('1.123456789');
  await field('Deposit: within days').fill('7');
  await field('Inviter: amount').fill('5');
  await field(/^Currency/).fill('DOGE');
  await field(/^Budget/).fill('100');
  await field(/^Cap per affiliate/).fill('10');
  await page.keyboard.press('Control+Enter');
  await expect(screen.main.getByText('This is no http or https address.')).toBeVisible();
  await expect(screen.main.getByText('It has to end after it starts.')).toBeVisible();
  await expect(screen.main.getByText('A plain amount above zero, at most 8 decimals.')).toBeVisible();
  await field(/^Landing page/).fill('https://promo.example/spring?lang=en');
  await field(/^Starts/).fill(`${dayAfter(now, -1)}T00:00`);
  await field(/^Ends/).fill(`${dayAfter(now, 30)}T00:00`);
  await field('Deposit: at least (USDT)').fill('100');
  await page.keyboard.press('Control+Enter');
  // The server knows which currencies there are; what was typed stays.
  await expect(screen.main.getByText('is an unknown currency')).toBeVisible();
  await expect(field(/^Currency/)).toBeFocused();
  await expect(field(/^Name/)).toHaveValue('Spring');
  await field(/^Currency/).fill('USDT');
  await page.keyboard.press('Control+Enter');

  await expect(screen.title).toHaveText('Campaign spring');
  await screen.main.getByRole('button', { name: 'Activate' }).click();
  await expect(screen.dialog).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(screen.dialog).toHaveCount(0);
  await expect(screen.section('The campaign')).toContainText('active');
  const links = screen.section('Links and joining');
  await links.getByLabel('Affiliate (uid)').fill(affiliate);
  await page.keyboard.press('Enter');
  await expect(links).toContainText('No link: not joined yet.');
  await links.getByRole('button', { name: `Let ${affiliate} join` }).click();
  await expect(links.locator('code')).toHaveText(/^https:\/\/promo\.example\/spring\?lang=en&ref=\w+&campaign=spring$/);
  await expect(links.getByRole('img')).toHaveCount(1);
  await expect(links.getByRole('button', { name: 'Copy the link to spring' })).toBeVisible();

  await expect(screen.section('Who joined')).toContainText(affiliate);

  // From the home page: the campaigns, the campaign, Adjust, and sending it.
  await screen.open('/', 'Home');
  await screen.navigation.getByRole('link', { name: 'Campaigns', exact: true }).click();
  await list.row('spring').getByRole('link', { name: 'spring' }).click();
  await screen.main.getByRole('link', { name: 'Adjust' }).click();
  await expect(screen.main.getByRole('button', { name: 'Send for a second person' })).toBeDisabled();
  await field(/^Cap per affiliate/).fill('20');
  const effect = screen.section('What this changes');
  await expect(effect).toContainText('All of this waits for a second person. Until then nothing changes.');
  await field(/^Reason/).fill('More room for the best of them.');
  await page.keyboard.press('Control+Enter');
  await expect(screen.title).toHaveText('Version 2 of spring');
  await expect(screen.main).toContainText('You asked for this. Another person has to decide it; you can cancel it.');
  await expect(screen.main.getByRole('button', { name: /^Approve/ })).toHaveCount(0);

  await next('operations2', '/campaign-versions', 'Campaign changes');
  await list.rows.filter({ hasText: 'spring' }).click();
  await expect(screen.section('Before and after').getByRole('row', { name: /Cap per affiliate/ })).toContainText(/10.*20/);
  await expect(screen.section('What it does to money')).toContainText('Still to be promised');
  await page.keyboard.press('a');
  await expect(screen.dialog).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(screen.dialog).toHaveCount(0);
  await screen.open('/campaigns', 'Campaigns');
  await list.row('spring').getByRole('link', { name: 'spring' }).click();
  await expect(screen.fact(screen.section('Budget'), 'Cap per affiliate')).toHaveText(/^20\s*USDT$/);
});

test('a record that pays a bonus says whose it is, and what it was promised for (CAM-4, CAM-6)', async ({ page, own, context }) => {
  const api = await colleague(own.url, 'support');
  const [bonus] = await api.get<BonusRow[]>(rowsPath('bonuses', { reward: 'cash' }, 0));
  const record = await api.get<CommissionRow>(`commissions/${bonus!.record_id}`);
  await api.leave();
  await signedIn(context, own.url, 'support');
  const screen = new ConsolePage(page);
  await screen.open(`/commissions/${record.id}/show`, `Commission record ${record.id}`);
  const section = screen.section('Of which bonus');
  await expect(screen.fact(section, 'Affiliate')).toHaveText(record.inviter_uid);
  await expect(screen.fact(section, 'Invitee')).toHaveText(record.invitee_uid!);
  await expect(screen.fact(section, 'Earned')).toContainText(writeDay(bonus!.earned_at.slice(0, 10), 'en'));
  await screen.fact(section, 'Bonus').getByRole('link').click();
  await expect(screen.title).toHaveText('Bonuses');
  await expect(new ListPage(page).rows).toHaveCount(1);
  await expect(new ListPage(page).row(bonus!.campaign_code)).toContainText(record.invitee_uid!);
  await page.goBack();
  await screen.fact(section, 'Campaign').getByRole('link').click();
  await expect(screen.title).toHaveText(`Campaign ${bonus!.campaign_code}`);
});

test('the screens of campaigns, light and dark: nothing serious for axe, no wider than the window', async ({ page, own, context }) => {
  test.setTimeout(TOUR_TIMEOUT_MS);
  const { affiliate, campaign } = await fill(own.url);
  await signedIn(context, own.url, 'operations');
  const api = await colleague(own.url, 'operations2');
  const { id: version } = await api.post<{ id: string }>('campaign-versions', { campaign_id: campaign, reason: 'More room for the best.', budget: '200', regions: ['BR'] });
  const { now } = await api.get<{ now: string }>('home');
  const { id: joining } = await api.post<{ id: string }>('campaigns', {
    ...winter, code: 'joiners', audience: 'joining', starts_at: `${dayAfter(now, -20)}T00:00:00.000Z`, ends_at: `${dayAfter(now, 20)}T00:00:00.000Z`,
  });
  await api.post(`campaigns/${joining}/activate`, {});
  await api.post(`campaigns/${joining}/join`, { affiliate_uid: affiliate });
  await api.leave();
  const adjusted: Screen = {
    path: `/campaign-versions/${version}/show`, title: 'Version 2 of winter',
    reveal: async ({ dialog }) => {
      await page.keyboard.press('a');
      await expect(dialog).toContainText('Still to be promised');
    },
  };
  const screens: Screen[] = [
    { path: '/campaigns', title: 'Campaigns' }, { path: '/campaign-calendar', title: 'Campaigns by week' }, { path: '/campaigns/create', title: 'New campaign' },
    { path: `/campaigns/${campaign}/show?affiliate=${affiliate}`, title: 'Campaign winter' }, { path: `/campaigns/${campaign}`, title: 'Adjust campaign winter' },
    { path: '/campaign-versions', title: 'Campaign changes' }, { path: '/campaign-joins', title: 'Who joined' },
    { path: `/campaigns/${joining}/show`, title: 'Campaign joiners' }, adjusted, { path: '/bonuses', title: 'Bonuses' },
    { path: `/affiliates/${affiliate}/show/campaigns`, title: `Affiliate ${affiliate}` },
  ];
  expect(await tourInBothThemes(new ConsolePage(page), screens)).toEqual({});
});
