import { percent } from '../../../client/fields/decimal.ts';
import type { Walker } from './walker.ts';
import { colleague, expect, rowsPath } from './world.ts';

interface Decision {
  affiliate_uid: string;
  requested_by: string;
  decided_by: string;
  evidence: string[];
}

interface Review {
  affiliate_uid: string;
  decided_at: string;
}

interface Questions {
  /** A change of somebody's status that two people stand behind, on evidence. */
  decision: Decision;
  /** Who had which tier on which day. */
  tier: { uid: string; day: string; tier: number; rate: number };
  looked: string;
}

/** What compliance is asked. */
async function questions(url: string): Promise<Questions> {
  const api = await colleague(url, 'compliance2');
  const decisions = await api.get<Decision[]>(rowsPath('decisions', { kind: 'status-changes', outcome: 'approved' }));
  const decision = decisions.find(({ evidence, decided_by }) => evidence.length > 0 && decided_by !== null);
  const [review] = await api.get<Review[]>(rowsPath('tier-reviews', { state: 'approved', programme: 'referral' }, 0));
  const { affiliate_uid: uid, decided_at } = review!;
  const day = decided_at.slice(0, 10);
  const { tier, rate } = await api.get<{ tier: number; rate: number }>(`affiliates/${uid}?as_of=${day}T00:00:00.000Z`);
  await api.leave();
  const support = await colleague(url, 'support');
  const looked = decision!.affiliate_uid;
  await support.post('reveals', { resource: 'affiliates', id: looked, fields: ['email'], reason: 'ticket 4711: the user asked for it' });
  await support.leave();
  return { decision: decision!, tier: { uid, day, tier, rate }, looked };
}

/** Compliance's tasks, each from the home page with what is asked about in the omnibox. */
export async function walkCompliance(walker: Walker, url: string): Promise<void> {
  const asked = await questions(url);
  await seeWhoDecided(walker, asked);
  await seeTierOn(walker, asked);
  await seeWhoLooked(walker, asked);
  await drawSample(walker);
}

/** At home, with a uid pasted into the omnibox. */
async function pasted(walker: Walker, uid: string): Promise<void> {
  const { page, words } = walker;
  await walker.open('/', words.text('home.title'));
  await walker.lookUp(uid);
  await expect(page.getByRole('option', { name: uid }).first()).toBeVisible();
}

async function openOversight(walker: Walker, uid: string): Promise<void> {
  const { page, words } = walker;
  await page.keyboard.press('Enter');
  await walker.title('affiliates.title', { uid });
  await walker.press(page.getByRole('tab', { name: words.text('affiliates.tab.oversight') }), '2');
}

async function seeWhoDecided(walker: Walker, { decision }: Questions): Promise<void> {
  const [address] = decision.evidence as [string];
  await pasted(walker, decision.affiliate_uid);
  await walker.task('compliance', 'who changed this affiliate’s status, who agreed, on what evidence', 3, async () => {
    await openOversight(walker, decision.affiliate_uid);
    const evidence = walker.page.getByRole('link', { name: address });
    const row = walker.page.getByRole('row').filter({ has: evidence }).first();
    await expect(row).toContainText(walker.words.label('decisionKind', 'status-changes'));
    await expect(row).toContainText(decision.requested_by);
    await expect(row).toContainText(decision.decided_by);
    await expect(row.getByRole('link', { name: address })).toHaveAttribute('href', address);
  });
  await walker.endsWell();
}

async function seeTierOn(walker: Walker, { tier: { uid, day, tier, rate } }: Questions): Promise<void> {
  const { words, page, way } = walker;
  await pasted(walker, uid);
  await walker.task('compliance', 'tier and rate of X on a date', 3, async () => {
    await page.keyboard.press('Enter');
    await walker.title('affiliates.title', { uid });
    const field = page.getByLabel(words.text('affiliates.asOf.day'));
    await walker.press(field, 'd');
    await expect(field).toBeFocused();
    const [year, month, date] = day.split('-');
    // The browser's own field takes the parts in the order of its locale.
    if (way === 'keys') await page.keyboard.type(`${month}${date}${year}`);
    else await field.fill(day);
    const enrolment = walker.section('affiliates.enrolment');
    await expect(page.getByText(words.text('affiliates.asOf.showing'))).toBeVisible();
    await expect(walker.fact(enrolment, 'affiliates.tier')).toHaveText(words.label('referralTier', String(tier)));
    await expect(walker.fact(enrolment, 'affiliates.rate')).toContainText(percent(rate, words.language));
  });
  await walker.endsWell();
}

async function seeWhoLooked(walker: Walker, { looked: uid }: Questions): Promise<void> {
  const { words, page } = walker;
  await pasted(walker, uid);
  await walker.task('compliance', 'who looked at this person', 2, async () => {
    await openOversight(walker, uid);
    const look = page.getByRole('row').filter({ hasText: 'ticket 4711: the user asked for it' }).first();
    await expect(look).toContainText('support@demo.test');
    await expect(look).toContainText(words.label('lookKind', 'reveal'));
  });
  await walker.endsWell();
}

async function drawSample(walker: Walker): Promise<void> {
  const { words, page, way, dialog } = walker;
  await walker.open('/', words.text('home.title'));
  const desk = page.getByRole('navigation').getByRole('link', { name: words.text('area.desk'), exact: true });
  await walker.task('compliance', 'sample 25 records of a month and re-perform them', 4, async () => {
    await walker.press(desk, 'g', 'd');
    await walker.title('oversight.title');
    await walker.press(walker.button('oversight.samples.draw'), 'n');
    const draw = walker.button('oversight.samples.drawVerb', {}, dialog);
    if (way === 'keys') await expect(draw).toBeFocused();
    await walker.press(draw, 'Enter');
    await walker.title('oversight.samples.one', { id: '1' });
    await expect(walker.section('oversight.samples.records').getByRole('row')).toHaveCount(26);
  });
  await walker.endsWell();
}
