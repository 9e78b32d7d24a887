import type { Locator } from '@playwright/test';
import type { ConsolePage } from './console-page.ts';
import { ListPage } from './list-page.ts';
import { colleague, expect, rowsPath, type Colleague, type Who } from './world.ts';

/** Every screen of the console, for the tours that look at all of them. A screen that is added is added here. */
export interface Screen {
  path: string;
  /** In English; not what the screen before it is called, or the tour would look at that one again, unless tabs tell them apart. */
  title: string | RegExp;
  /** Waits for what comes later than the rest. */
  drawn?: (screen: ConsolePage) => Promise<void>;
  /** Opens what the screen hides at first, and is done when it is there. */
  reveal?: (screen: ConsolePage) => Promise<void>;
  /** Puts back what Escape does not, so that the screen is as it was. */
  conceal?: (screen: ConsolePage) => Promise<void>;
}

interface Ids {
  uid: string;
  /** An affiliate in Pro, who recalls and submits content. */
  pro: string;
  review: string;
  record: string;
  /** A record that pays a bonus, of no trade. */
  bonus: string;
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
  application: string;
  /** Content that waits, and content that was refused. */
  content: string;
  refused: string;
  signal: string;
  campaign: string;
  version: string;
}

/** One of each thing that has a page. */
export async function idsOf(url: string | undefined): Promise<Ids> {
  const api = await colleague(url, 'compliance2');
  const first = async <Row>(resource: string, filter: unknown = {}) =>
    (await api.get<Row[]>(rowsPath(resource, filter, 0)))[0]!;
  const idOf = async (resource: string, filter: unknown = {}) => (await first<{ id: string }>(resource, filter)).id;
  const pending = await first<{ id: string; affiliate_uid: string }>('tier-reviews', { state: 'pending' });
  const { id: record, trade_id: trade } = await first<{ id: string; trade_id: string }>('commissions');
  const payout = await idOf('payouts', { state: 'ready' });
  const manifests = await api.get<{ id: string; state: string }[]>(rowsPath('manifests'));
  const ids = {
    uid: pending.affiliate_uid, review: pending.id, record, trade, payout,
    bonus: (await first<{ record_id: string }>('bonuses', { reward: 'cash' })).record_id,
    pro: (await first<{ uid: string }>('affiliates', { programme: 'pro', enrolled: 'open' })).uid,
    run: await idOf('runs'), file: await idOf('imports'), line: await idOf('payout-lines', { batch_id: payout }),
    change: await pendingChange(url, api, pending.affiliate_uid),
    reversal: await idOf('reversals', { state: 'pending' }), correction: await idOf('corrections', { state: 'pending' }),
    manifest: manifests.find(({ state }) => state === 'missing')!.id,
    application: await idOf('applications', { state: 'pending' }),
    content: await idOf('content-reviews', { state: 'pending' }), refused: await idOf('content-reviews', { state: 'rejected' }),
    signal: await idOf('signals'), campaign: await idOf('campaigns', { state: 'active' }),
    version: await idOf('campaign-versions', { state: 'pending' }),
  };
  await api.leave();
  return ids;
}

/** The worker's world is shared: the first who asks files it. */
async function pendingChange(url: string | undefined, api: Colleague, affiliate_uid: string): Promise<string> {
  const filter = { affiliate_uid, kind: 'account_type', state: 'pending' };
  const [there] = await api.get<{ id: string }[]>(rowsPath('status-changes', filter, 0));
  if (there) return there.id;
  const other = await colleague(url, 'operations2');
  const asked = { affiliate_uid, kind: 'account_type', to: 'collaborator', reason_code: 'correction', text: 'Wrong from the start.' };
  const evidence = ['https://example.org/ticket/4711'];
  const { id } = await other.post<{ id: string }>('status-changes', { ...asked, evidence });
  await other.leave();
  return id;
}

/** Presses a button of the page, and waits for what it opens. */
function press(name: string, opened: (screen: ConsolePage) => Locator = ({ dialog }) => dialog) {
  return async (screen: ConsolePage) => {
    await screen.main.getByRole('button', { name: screen.say(name), exact: true }).click();
    await expect(opened(screen)).toBeVisible();
  };
}

const firstBox = ({ page }: ConsolePage) => new ListPage(page).rows.first().getByRole('checkbox');
const first: Pick<Screen, 'reveal' | 'conceal'> = {
  reveal: (screen) => firstBox(screen).check(),
  conceal: (screen) => firstBox(screen).uncheck(),
};

const asChart = (screen: ConsolePage) => screen.page.getByRole('button', { name: screen.say('Show as chart'), exact: true });
const daysTable: Pick<Screen, 'reveal' | 'conceal'> = {
  reveal: press('Show as table', (screen) => screen.main.locator('section').filter({ has: asChart(screen) }).getByRole('table')),
  conceal: (screen) => asChart(screen).click(),
};

const effectSeen = async (screen: ConsolePage) => {
  const effect = screen.section(screen.say('Effect'));
  await expect(effect.getByText(screen.say('Tier reviews withdrawn'), { exact: true })).toBeVisible();
};

const figuresDrawn = async (screen: ConsolePage) => {
  await expect(screen.section(screen.say('Referrals')).getByRole('link').first()).toBeVisible();
  await expect(screen.section(screen.say('Over time')).locator('svg').first()).toBeVisible();
};

const key = (name: string) => async (screen: ConsolePage) => {
  if (name !== '?') await expect(screen.main.getByRole('button', { disabled: false }).first()).toBeVisible();
  await screen.page.keyboard.press(name);
  await expect(screen.dialog).toBeVisible();
};

const foundByUid = (uid: string) => async (screen: ConsolePage) => {
  await screen.omnibox.fill(uid);
  await expect(screen.page.getByRole('option').first()).toBeVisible();
};

/** By who goes there, and in parts that take about as long. */
export const tours: Record<string, { who: Who; screens: (ids: Ids) => Screen[] }> = {
  'the screens of operations': { who: 'operations', screens: ({ review, run, file, change, uid }) => [
    { path: '/', title: 'Home' },
    { path: '/tier-reviews', title: 'Tier reviews', ...first },
    { path: `/tier-reviews/${review}/show`, title: /^Tier review of/, reveal: key('a') },
    { path: '/status-changes', title: 'Status changes' },
    { path: `/status-changes/${change}/show`, title: /^Account type:/, reveal: key('a') },
    { path: `/status-changes/create?affiliate_uid=${uid}&kind=freeze`, title: /^Request a change of/, reveal: effectSeen },
    { path: '/boosts', title: 'Boosts' },
    { path: `/boosts/create?affiliate_uid=${uid}`, title: 'Request a boost' },
    { path: '/imports', title: 'Imports', reveal: press('Import a file') },
    { path: `/imports/${file}/show`, title: /^Import\b/ },
    { path: '/runs', title: 'Runs', reveal: press('Start a run') },
    { path: `/runs/${run}/show`, title: /run of/ },
    { path: '/preferences', title: 'Preferences', reveal: key('?') },
  ] },
  'the lists and the audit': { who: 'compliance', screens: ({ record }) => [
    { path: '/', title: 'Home', ...daysTable },
    { path: '/affiliates', title: 'Affiliates', reveal: press('Add filter', ({ page }) => page.getByRole('menu')) },
    { path: '/referrals', title: 'Referrals' },
    { path: '/commissions', title: 'Commissions', reveal: press('Columns') },
    { path: `/commissions/${record}/show`, title: /^Commission record/ },
    { path: '/evaluations', title: 'Evaluations' },
    { path: '/rulebooks', title: 'Rulebooks' },
    { path: '/rulebooks/1/show', title: /rulebook\b|version/i },
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
    { path: '/reversals', title: 'Reversals', ...first },
    { path: `/reversals/${reversal}/show`, title: /^Reversal\b/, reveal: key('a') },
    { path: '/corrections', title: 'Corrections', ...first },
    { path: `/corrections/${correction}/show`, title: /^Correction\b/, reveal: key('a') },
    { path: `/commissions/${record}/show`, title: /^Commission record/, reveal: press('Ask for a correction') },
  ] },
  'figures and the desk': { who: 'compliance', screens: ({ uid }) => [
    { path: '/performance', title: 'Performance', drawn: figuresDrawn },
    { path: '/compliance-desk', title: 'Compliance desk' },
    { path: '/decisions', title: 'Decisions' },
    { path: '/reveals', title: 'Who looked at personal data' },
    { path: '/liabilities', title: 'What is owed to whom' },
    { path: `/affiliates/${uid}/show?as_of=2026-01-01T00:00:00.000Z`, title: /^Affiliate\b/ },
    { path: '/audit-samples', title: 'Samples of records' },
    { path: '/audit-checks', title: 'Walks over the audit chain' },
    { path: `/affiliates/${uid}/show/performance`, title: /^Affiliate\b/ },
  ] },
  'an affiliate’s page': { who: 'compliance', screens: ({ uid }) => [
    { path: `/affiliates/${uid}/show`, title: /^Affiliate\b/ },
    { path: `/affiliates/${uid}/show/timeline`, title: /^Affiliate\b/ },
    { path: `/affiliates/${uid}/show/notes`, title: /^Affiliate\b/ },
    { path: `/affiliates/${uid}/show/tiers`, title: /^Affiliate\b/ },
    { path: `/affiliates/${uid}/show/referrals`, title: /^Affiliate\b/ },
    { path: `/affiliates/${uid}/show/commissions`, title: /^Affiliate\b/ },
    { path: `/affiliates/${uid}/show/history`, title: /^Affiliate\b/ },
  ] },
  'the screens of support': { who: 'support', screens: ({ uid, trade }) => [
    { path: '/', title: 'Home', reveal: foundByUid(uid) },
    { path: `/explain/trade/${trade}`, title: /^Trade/ },
    { path: `/affiliates/${uid}/show`, title: /^Affiliate\b/, reveal: press('Reveal with a reason') },
    { path: '/staff', title: 'Not for your role' },
    { path: '/nonsense', title: 'No such page' },
  ] },
  'the screens of admin': { who: 'admin', screens: () => [
    { path: '/', title: 'Home' },
    { path: '/staff', title: 'Staff', reveal: press('Add a member of staff') },
    { path: '/staff-changes', title: 'Changes of staff' },
    { path: '/preferences', title: 'Preferences', reveal: press('Set up') },
  ] },
  'recalls and applications': { who: 'operations', screens: ({ pro, uid, application }) => [
    { path: '/recall-check', title: /^Recall check/ },
    { path: '/recalls', title: /^Recalls/ },
    { path: `/recall-check?uid=${uid}&inviter=${pro}&via=code`, title: /^Recall check/ },
    { path: '/applications', title: /^Applications/, ...first },
    { path: `/applications/${application}/show`, title: /^Application\b/ },
    { path: '/applications/create', title: /^File an application/ },
    { path: `/affiliates/${pro}/show`, title: /^Affiliate\b/, reveal: press('Change') },
    { path: `/affiliates/${pro}/show/recalls`, title: /^Affiliate\b/ },
    { path: `/affiliates/${pro}/show/content`, title: /^Affiliate\b/ },
  ] },
  'content, signals and campaigns': { who: 'compliance', screens: ({ content, refused, signal, campaign, version, bonus }) => [
    { path: '/content-reviews', title: /^Content reviews/, ...first },
    { path: `/content-reviews/${content}/show`, title: /^Content review\b/, reveal: key('r') },
    { path: '/content-reviews/create', title: /^Submit content/ },
    { path: `/content-reviews/${refused}/show`, title: /^Content review\b/ },
    { path: '/signals', title: /^Signals/ },
    { path: `/signals/${signal}/show`, title: /: \d/ },
    { path: '/campaigns', title: 'Campaigns' },
    { path: '/campaign-calendar', title: 'Campaigns by week' },
    { path: `/campaigns/${campaign}/show`, title: /^Campaign\b/ },
    { path: '/campaign-versions', title: 'Campaign changes' },
    { path: `/campaign-versions/${version}/show`, title: /^Version \d/ },
    { path: '/bonuses', title: 'Bonuses' },
    { path: `/commissions/${bonus}/show`, title: /^Commission record/ },
  ] },
};
