import { writeMonth } from '../../../client/fields/forms.ts';
import type { PayoutLineRow, ReleasePreview } from '../../../server/payouts/contract.ts';
import { ListPage } from './list-page.ts';
import { evaluateWhatIsDue, makePayout, type Payout } from './payday.ts';
import type { Walker } from './walker.ts';
import { colleague, dayAfter, expect, filtered, rowsPath, type Colleague } from './world.ts';

interface Review {
  id: string;
  affiliate_uid: string;
  month: string;
}

interface Shift {
  /** Who works beside the browser. */
  beside: Colleague;
  reviews: [Review, Review];
  /** Twenty requests to decide. */
  requests: string[];
  payout: Payout;
  preview: ReleasePreview;
  frozen: string;
  /** Whom to suspend. */
  partner: string;
}

const why = { reason_code: 'suspected_terms_breach', text: 'The invitees all trade from one device.', evidence: ['https://example.org/ticket/4711'] };

/** A shift's cases: a payout with a line held back, twenty requests of a colleague, and a campaign that runs. */
async function shift(url: string): Promise<Shift> {
  const beside = await colleague(url, 'operations2');
  const { now } = await beside.get<{ now: string }>('home');
  await evaluateWhatIsDue(beside);
  const payout = await makePayout(beside, dayAfter(now, -1));
  const lines = await beside.get<PayoutLineRow[]>(rowsPath('payout-lines', { batch_id: payout.id }, 499));
  const frozen = lines[0]!.affiliate_uid;
  const compliance = await colleague(url, 'compliance');
  await compliance.post('status-changes', { ...why, affiliate_uid: frozen, kind: 'freeze' });
  const preview = await compliance.get<ReleasePreview>(`payouts/${payout.id}/release-preview`);
  await compliance.leave();

  const pending = await beside.get<{ affiliate_uid: string; kind: string }[]>(rowsPath('status-changes', { state: 'pending' }, 499));
  const asked = (uid: string, kind: string) => pending.some((one) => one.affiliate_uid === uid && one.kind === kind);
  const enrolled = await beside.get<{ uid: string; programme: string }[]>(rowsPath('affiliates', { enrolled: 'open', restriction: 'none' }, 99));
  const partner = enrolled.find(({ uid, programme }) => programme === 'partner' && !asked(uid, 'suspend'))!.uid;
  const free = enrolled.filter(({ uid }) => !asked(uid, 'restrict'));
  expect(free.length).toBeGreaterThanOrEqual(20);
  const requests: string[] = [];
  for (const { uid } of free.slice(0, 20)) {
    requests.push((await beside.post<{ id: string }>('status-changes', { ...why, kind: 'restrict', affiliate_uid: uid })).id);
  }
  const { id } = await beside.post<{ id: string }>('campaigns', {
    code: 'walked', kind: 'exclusive', audience: 'all', name: 'Walked', landing_url: 'https://promo.example/w', budget: '100', cap_per_affiliate: '40',
    tasks: [{ task: 'register' }], rewards: [{ side: 'inviter', reward: 'cash', amount: '7.5', currency: 'USDT' }], regions: ['BR'],
    texts: { en: { title: 'Walked', body: 'Words.' } },
    starts_at: `${dayAfter(now, -1)}T00:00:00.000Z`, ends_at: `${dayAfter(now, 20)}T00:00:00.000Z`,
  });
  await beside.post(`campaigns/${id}/activate`, {});
  const waiting = await beside.get<Review[]>(`${rowsPath('tier-reviews', { state: 'pending' })}&sort=["created_at","ASC"]`);
  return { beside, reviews: waiting.slice(0, 2) as [Review, Review], requests, payout, preview, frozen, partner };
}

/** Operations' tasks of the day, each from where it begins. */
export async function walkOperations(walker: Walker, url: string): Promise<void> {
  const cases = await shift(url);
  await decideReview(walker, cases);
  await releasePayout(walker, cases);
  await suspend(walker, cases);
  await raiseCap(walker);
  await approveTwenty(walker, cases);
  await cases.beside.leave();
}

const home = (walker: Walker) => walker.open('/', walker.words.text('home.title'));

async function decideReview(walker: Walker, { reviews: [first, second] }: Shift): Promise<void> {
  const { words, dialog, page } = walker;
  await home(walker);
  const month = writeMonth(first.month, words.language);
  const link = walker.section('home.queue').getByRole('link', { name: `${month} #${first.id}` });
  await expect(link).toBeVisible();
  await walker.task('operations', 'decide a clear tier review from home, the next case on the screen', 3, async () => {
    await walker.press(link, words.language === 'fa' ? 'ArrowLeft' : 'ArrowRight');
    await expect(walker.section('reviews.conditions')).toBeVisible();
    await walker.press(walker.button('decisions.verb.approve'), 'a');
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await walker.write('All conditions are met.');
    await walker.confirm(walker.button('decisions.verb.approve', {}, dialog));
    await walker.title('reviews.title', { uid: second.affiliate_uid, month: second.month });
    await expect(walker.section('reviews.conditions')).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
  await walker.endsWell();
}

async function releasePayout(walker: Walker, { payout, preview, frozen }: Shift): Promise<void> {
  const { words, dialog, page } = walker;
  await home(walker);
  await walker.task('operations', 'release today’s payout, seeing its totals and holds', 3, async () => {
    await walker.press(walker.button('payouts.releaseNamed', { day: payout.day }), 'a');
    for (const { currency } of preview.goes_out.totals) await expect(dialog).toContainText(currency);
    const held = dialog.getByRole('table').getByRole('row').filter({ hasText: frozen });
    await expect(held.first()).toContainText(words.label('withdrawn', 'frozen'));
    await walker.confirm(walker.button('payouts.release', {}, dialog));
    await expect(page.getByText(words.text('payouts.releasedDone', { lines: preview.goes_out.lines, withdrawn: preview.withdrawn.length }))).toBeVisible();
    await expect(dialog).toHaveCount(0);
    await expect(walker.button('payouts.releaseNamed', { day: payout.day })).toHaveCount(0);
  });
  await walker.endsWell();
}

async function suspend(walker: Walker, { partner: uid }: Shift): Promise<void> {
  const { words, page, way } = walker;
  const choice = (name: string) => walker.screen.main.getByRole('button', { name, exact: true });
  await home(walker);
  await expect(walker.section('home.queue')).toBeVisible();
  await walker.task('operations', 'request a suspension with its effect seen', 6, async () => {
    await walker.lookUp(uid);
    if (way === 'keys') {
      const suspension = page.getByRole('option', { name: words.text('omnibox.suspend', { uid }), exact: true });
      await expect(suspension).toBeVisible();
      for (const key of ['ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
      await expect(suspension).toHaveAttribute('aria-selected', 'true');
      await page.keyboard.press('Enter');
    } else {
      await page.keyboard.press('Enter');
      await walker.title('affiliates.title', { uid });
      await walker.link('changes.request').click();
      await choice(words.label('changeKind', 'suspend')).click();
    }
    await walker.title('changes.requestFor', { uid });
    const effect = walker.section('changes.effect');
    await expect(effect).toContainText(words.text('changes.stays', { programme: words.label('programme', 'partner') }));
    const reason = choice(words.label('reasonCode', 'user_request'));
    if (way === 'keys') await expect(reason).toBeFocused();
    await walker.press(reason, 'Space');
    await expect(page.getByRole('textbox', { name: words.text('changes.text') })).toBeFocused();
    await walker.write('The partner asks for it in the ticket.');
    await walker.confirm(walker.button('changes.submit'));
    await walker.title('changes.title', { kind: words.label('changeKind', 'suspend'), uid });
  });
  await expect(page.getByText(words.text('decisions.own'))).toBeVisible();
  await walker.endsWell();
}

async function raiseCap(walker: Walker): Promise<void> {
  const { words, page, way } = walker;
  await home(walker);
  await expect(walker.section('home.queue')).toBeVisible();
  await walker.task('operations', 'raise a campaign’s cap and see what waits for the second person', 5, async () => {
    if (way === 'keys') {
      await walker.lookUp('walked');
      await page.keyboard.press('Enter');
    } else {
      await page.getByRole('navigation').getByRole('link', { name: words.text('area.campaigns'), exact: true }).click();
      await new ListPage(page).row('walked').getByRole('link', { name: 'walked' }).click();
    }
    await walker.press(walker.link('campaigns.adjust'), 'n');
    const cap = page.getByRole('textbox', { name: words.text('campaigns.cap') });
    await expect(cap).toBeFocused();
    await page.keyboard.type('60');
    await expect(cap).toHaveValue('60');
    await expect(walker.section('campaigns.whatChanges')).toContainText(words.text('campaigns.allWait'));
    const reason = page.getByRole('textbox', { name: words.text('campaigns.reason') });
    // What is still missing gets the cursor.
    await walker.press(reason, 'Control+Enter');
    await expect(reason).toBeFocused();
    await walker.write('More room for the best of them.');
    await walker.confirm(walker.button('campaigns.send'));
    await walker.title('campaignVersions.title', { version: 2, code: 'walked' });
    await expect(walker.screen.main).toContainText(words.text('decisions.own'));
  });
  await walker.endsWell();
}

async function approveTwenty(walker: Walker, { beside, requests }: Shift): Promise<void> {
  const { words, dialog, page } = walker;
  const list = new ListPage(page);
  const filter = { state: 'pending', kind: 'restrict', requested_by: 'operations2@demo.test' };
  await walker.open(filtered('/status-changes', filter), words.text('area.statusChanges'));
  for (const id of requests) await expect(list.row(id)).toHaveCount(1);
  const results = page.getByRole('dialog', { name: words.text('decisions.results') });
  await walker.task('operations', 'approve 20 selected, see which failed and why', 4, async () => {
    await walker.press(list.table.locator('thead').getByRole('checkbox'), 'x');
    await walker.press(walker.button('decisions.verb.approve', {}, page), 'a');
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await beside.post(`status-changes/${requests[7]}/cancel`, {});
    await walker.write('Seen one by one.');
    await walker.confirm(walker.button('decisions.verb.approve', {}, dialog));
    await expect(results).toContainText(words.text('decisions.resultsSum', { done: 19, failed: 1 }));
    const failed = `${requests[7]} ${words.label('error', 'not_pending')}`;
    await expect(results.getByRole('row', { name: failed, exact: true })).toBeVisible();
  });
  await walker.press(walker.button('decisions.close', {}, results), 'Enter');
  await expect(list.row(requests[0]!)).toHaveCount(0);
  await walker.holdsFocus();
  await walker.endsWell();
}
