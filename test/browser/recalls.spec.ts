import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { colleague, dayAfter, expect, ownWorldTest as test, rowsPath, signedIn } from './pages/world.ts';

test.describe.configure({ mode: 'parallel' });

interface Affiliate {
  uid: string;
  referral_code: string;
  inviter_uid: string | null;
}

interface Eligibility {
  eligible: boolean;
  refusals: string[];
  facts: { code: string; fact: string; passed: boolean | null }[];
  possible_from: string | null;
}

interface Cast {
  inviter: Affiliate;
  /** Could be recalled, today and three days ago. */
  free: string;
  /** Cannot be recalled yet, and the answer about it. */
  active: string;
  answer: Eligibility;
  /** Three days ago. */
  then: string;
}

async function cast(url: string): Promise<Cast> {
  const api = await colleague(url, 'operations2');
  const { now } = await api.get<{ now: string }>('home');
  const then = `${dayAfter(now, -3)}T00:00:00.000Z`;
  // Who has recalled nobody yet.
  const [inviter] = await api.get<Affiliate[]>(rowsPath('affiliates', { programme: 'pro', enrolled: 'open', restriction: 'none', country: 'NG' }, 0));
  const others = await api.get<Affiliate[]>(rowsPath('affiliates', { programme: 'referral' }));
  const asked = new Map<string, [Eligibility, Eligibility]>();
  for (const { uid } of others.filter((one) => one.inviter_uid === null)) {
    const question = (at?: string) =>
      `recall-eligibility?${new URLSearchParams({ uid, inviter: inviter!.uid, ...(at ? { at } : {}) })}`;
    asked.set(uid, [await api.get<Eligibility>(question()), await api.get<Eligibility>(question(then))]);
  }
  await api.leave();
  const [free] = [...asked].find(([, [today, before]]) => today.eligible && before.eligible)!;
  const [active, [answer]] = [...asked].find(([, [today]]) => today.refusals.join() === 'recently_active' && today.possible_from)!;
  return { inviter: inviter!, free, active, answer, then };
}

test('a recall check shows what it was judged by, and is asked by one line of the omnibox', async ({ page, own, context }) => {
  const { inviter, active, answer } = await cast(own.url);
  await signedIn(context, own.url, 'support');
  const screen = new ConsolePage(page);
  await screen.open(`/recall-check?uid=${active}&inviter=${inviter.uid}`, 'Recall check');
  const verdict = screen.section('Answer');
  const facts = screen.section('What it was judged by').getByRole('row');
  await expect(facts).toHaveCount(answer.facts.length + 1);
  const failed = answer.facts.find(({ code }) => code === 'recently_active')!;
  const ago = /\d+ of more than \d+ days ago/.exec(failed.fact)![0];
  await expect(facts.filter({ hasText: 'failed' })).toContainText(ago);

  await page.keyboard.press('Control+k');
  await page.keyboard.insertText(`recall ${active} ${inviter.uid}`);
  await expect(page.getByRole('option', { name: `Can ${active} be recalled by ${inviter.uid}?` })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(() => screen.address()).toBe(`/recall-check?uid=${active}&inviter=${inviter.uid}`);
  await expect(verdict).toContainText(`No: ${active} cannot be recalled by ${inviter.uid}.`);
});

test('a link stands for its code and its kind, an unknown user is told at the field', async ({ page, own, context }) => {
  const { inviter, free } = await cast(own.url);
  await signedIn(context, own.url, 'support');
  const screen = new ConsolePage(page);
  await screen.open(`/affiliates/${inviter.uid}/show`, `Affiliate ${inviter.uid}`);
  const links = screen.section('Code and links');
  await expect(links.getByRole('img', { name: /^QR code of/ })).toHaveCount(3);
  await expect(links.getByText('Binds new users, and existing ones by recall.')).toHaveCount(1);
  await expect(links.getByText('Binds new users only.')).toHaveCount(2);
  await page.getByRole('main').getByRole('link', { name: 'Check a recall' }).click();

  const uid = page.getByRole('textbox', { name: /^Existing user/ });
  await expect(uid).toBeFocused();
  await page.keyboard.insertText('nobody-at-all');
  await page.keyboard.press('Enter');
  await expect(page.getByText('There is no such account.')).toBeVisible();
  await uid.fill(free);
  await page.keyboard.press('Enter');
  await expect(screen.section('Answer')).toContainText(`Yes: ${free} can be recalled by ${inviter.uid}.`);

  await page.getByRole('textbox', { name: /^Inviter/ }).fill(`https://accounts.binance.com/register?ref=${inviter.referral_code}`);
  await page.keyboard.press('Enter');
  await expect(screen.section('Answer')).toContainText('Why: legacy link.');
  await expect(screen.section('Answer')).toContainText('Time alone does not help.');
});

test('attempts stand in the list with all their reasons; recalled users on the affiliate are as of the day before', async ({ page, own, context }) => {
  const { inviter, free, active, then } = await cast(own.url);
  const api = await colleague(own.url, 'operations2');
  const code = inviter.referral_code;
  await api.upload('recalls', [
    'recall_id,uid,inviter_code,via,attempted_at,confirmed_at',
    `taken,${free},${code},current_link,${then},${then}`,
    `turned-away,${active},${code},code,${then},`,
    '',
  ].join('\n'));
  await api.leave();
  await signedIn(context, own.url, 'support');
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open('/recalls', 'Recalls');
  await expect(list.row('taken')).toContainText('accepted');
  const refused = list.row('turned-away');
  await expect(refused).toContainText('bare code');
  await expect(refused).toContainText('not confirmed');
  await list.preset('Refused').click();
  await expect(list.row('taken')).toHaveCount(0);
  await refused.getByRole('link', { name: 'turned-away' }).click();
  await expect(screen.section('Answer')).toContainText('bare code');
  await expect(screen.section('Attempts of this user so far')).toContainText('turned-away');

  await screen.open(`/affiliates/${inviter.uid}/show/recalls`, `Affiliate ${inviter.uid}`);
  const recalled = screen.section('Recalled users');
  await expect(recalled).toContainText('T+1: as of the end of');
  await expect(screen.fact(recalled, 'Number')).toHaveText('1');
  await expect(recalled.getByRole('link', { name: free })).toBeVisible();
  await expect(list.rows.filter({ hasText: 'turned-away' })).toBeVisible();
});
