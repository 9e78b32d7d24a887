import { writeInstant } from '../../../client/fields/forms.ts';
import type { Walker } from './walker.ts';
import { colleague, dayAfter, expect, rowsPath } from './world.ts';

interface Tickets {
  trade: string;
  referral: { invitee_uid: string; inviter_uid: string; bound_at: string };
  /** A code, and a user whom it cannot recall before a day. */
  recall: { uid: string; code: string; inviter: string; possible_from: string };
}

/** What the day's tickets name. */
async function tickets(url: string): Promise<Tickets> {
  const api = await colleague(url, 'compliance2');
  const { now } = await api.get<{ now: string }>('home');
  const filter = { reason: 'window_expired', executed_at_gte: `${dayAfter(now, -29)}T00:00:00.000Z`, executed_at_lt: now };
  const [record] = await api.get<{ trade_id: string }[]>(rowsPath('commissions', filter, 0));
  const [referral] = await api.get<Tickets['referral'][]>(rowsPath('referrals', {}, 0));
  const pro = { programme: 'pro', enrolled: 'open', restriction: 'none', country: 'NG' };
  const [inviter] = await api.get<{ uid: string; referral_code: string }[]>(rowsPath('affiliates', pro, 0));
  const others = await api.get<{ uid: string; inviter_uid: string | null }[]>(rowsPath('affiliates', { programme: 'referral' }));
  let recall: Tickets['recall'] | null = null;
  for (const { uid } of others.filter(({ inviter_uid }) => inviter_uid === null)) {
    const question = new URLSearchParams({ uid, inviter: inviter!.uid });
    const answer = await api.get<{ refusals: string[]; possible_from: string | null }>(`recall-eligibility?${question}`);
    if (answer.refusals.join() !== 'recently_active' || !answer.possible_from) continue;
    recall = { uid, code: inviter!.referral_code, inviter: inviter!.uid, possible_from: answer.possible_from };
    break;
  }
  await api.leave();
  return { trade: record!.trade_id, referral: referral!, recall: recall! };
}

/** Support's tasks of the day, each from the home page, where the cursor is in the box. */
export async function walkSupport(walker: Walker, url: string): Promise<void> {
  const named = await tickets(url);
  await tellWhyNothing(walker, named);
  await seeInvitation(walker, named);
  await seeRecall(walker, named);
}

async function home(walker: Walker): Promise<void> {
  await walker.open('/', walker.words.text('home.title'));
  await expect(walker.section('home.paste').getByRole('combobox')).toBeFocused();
}

async function tellWhyNothing(walker: Walker, { trade }: Tickets): Promise<void> {
  const { words, page } = walker;
  await home(walker);
  const outcome = walker.section('explain.earnsNothing', { reason: words.label('reason', 'window_expired') });
  await walker.task('support', 'say why a trade paid nothing: the sentence on the clipboard', 3, async () => {
    await walker.write(`  ${trade} `);
    await page.keyboard.press('Enter');
    await walker.title('explain.tradeTitle', { id: trade });
    await walker.press(walker.button('told.copy', { name: words.text('told.why') }, outcome), 'c');
    await expect(page.getByText(words.text('copy.done'), { exact: true })).toBeVisible();
  }, 1);
  const sentence = outcome.getByRole('blockquote');
  await expect(sentence).toHaveAttribute('lang', words.language);
  await expect(sentence).toHaveText(await page.evaluate(() => navigator.clipboard.readText()));
  await walker.endsWell();
}

async function seeInvitation(walker: Walker, { referral }: Tickets): Promise<void> {
  const { words, page } = walker;
  await home(walker);
  const invitation = walker.section('affiliates.invitation.title');
  await walker.task('support', 'who invited this user, when, through what; what do they still get', 2, async () => {
    await walker.write(referral.invitee_uid);
    await page.keyboard.press('Enter');
    await expect(walker.fact(invitation, 'affiliates.inviter')).toHaveText(referral.inviter_uid);
    await expect(walker.fact(invitation, 'affiliates.boundAt')).toContainText(writeInstant(referral.bound_at, words.language));
    await expect(walker.fact(invitation, 'affiliates.boundBy')).not.toBeEmpty();
    await expect(walker.fact(invitation, 'affiliates.invitation.earns')).not.toBeEmpty();
    await expect(invitation).toBeInViewport();
  }, 1);
  await walker.endsWell();
}

async function seeRecall(walker: Walker, { recall: { uid, code, inviter, possible_from } }: Tickets): Promise<void> {
  const { words, page } = walker;
  await home(walker);
  await walker.task('support', 'find out whether an inviter can still recall a user, and if not, when', 5, async () => {
    await walker.write(`${words.text('recalls.command')} ${uid}`);
    await page.keyboard.press('Enter');
    await walker.title('recalls.title');
    await expect(page.getByRole('textbox', { name: words.text('recalls.inviter') })).toBeFocused();
    await walker.write(code);
    await page.keyboard.press('Enter');
    const verdict = walker.section('recalls.answer');
    await expect(verdict).toContainText(words.text('recalls.no', { uid, inviter }));
    await expect(verdict).toContainText(words.text('recalls.why', { reasons: words.label('recallRefusal', 'recently_active') }));
    await expect(verdict).toContainText(words.text('recalls.then', { day: possible_from }));
  }, 2);
  await walker.endsWell();
}
