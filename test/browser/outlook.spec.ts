import { writeMonth } from '../../client/fields/forms.ts';
import { ConsolePage } from './pages/console-page.ts';
import { colleague, expect, rowsPath, signedIn, test } from './pages/world.ts';

test.describe.configure({ mode: 'parallel' });

interface Step {
  needed_usdt: string;
  qualified_volume_usdt: string | null;
  qualified_invitees: number | null;
}

interface Outlook {
  month: string;
  window_usdt: string;
  qualified_invitees: number | null;
  keep: Step;
  next: Step | null;
}

async function outlookOf(url: string | undefined, filter: unknown): Promise<{ uid: string; outlook: Outlook | null }> {
  const api = await colleague(url, 'operations2');
  const [account] = await api.get<{ uid: string }[]>(rowsPath('affiliates', filter, 0));
  const { outlook } = await api.get<{ outlook: Outlook | null }>(`affiliates/${account!.uid}/outlook`);
  await api.leave();
  return { uid: account!.uid, outlook };
}

/** Grouped as the page does it, cut to so many places. */
const grouped = (amount: string, places: number) => {
  const [units = '', fraction = ''] = amount.split('.');
  const shown = places === 8 ? fraction : fraction.padEnd(places, '0').slice(0, places);
  return [BigInt(units).toLocaleString('en-US'), shown].filter(Boolean).join('.');
};

/** Two places, or all of them where there are no whole units. */
const inTable = (amount: string) => grouped(amount, /^0(\.|$)/.test(amount) ? 8 : 2);

for (const tab of ['', '/tiers']) {
  test(`referral${tab}: what keeps the tier and what reaches the next, by volume or by invitees`, async ({
    page, context, baseURL,
  }) => {
    const { uid, outlook } = await outlookOf(baseURL, { programme: 'referral', tier: 1, enrolled: 'open' });
    const { month, window_usdt, qualified_invitees, keep, next } = outlook!;
    await signedIn(context, baseURL, 'support');
    const screen = new ConsolePage(page);
    await screen.open(`/affiliates/${uid}/show${tab}`, `Affiliate ${uid}`);
    const section = screen.section(`Outlook for ${writeMonth(month, 'en')}`);
    await expect(section.getByRole('heading', { level: 3 })).toHaveText(['To keep Tier 1', 'To reach Tier 2']);
    await expect(section.getByRole('meter')).toHaveCount(4);
    for (const step of [keep, next!]) {
      await expect(section).toContainText(`${inTable(window_usdt)} of ${inTable(step.qualified_volume_usdt!)} USDT`);
      await expect(section).toContainText(`${qualified_invitees} of ${step.qualified_invitees}`);
      if (step.needed_usdt !== '0') {
        await expect(section).toContainText(`${grouped(step.needed_usdt, 8)} USDT still needed`);
      }
    }
    await expect(section.getByText('Any one of the conditions is enough.')).toHaveCount(2);
  });
}

test('partner: volume alone counts', async ({ page, context, baseURL }) => {
  const { uid, outlook } = await outlookOf(baseURL, { programme: 'partner', tier: 1, enrolled: 'open' });
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  await screen.open(`/affiliates/${uid}/show`, `Affiliate ${uid}`);
  const section = screen.section(`Outlook for ${writeMonth(outlook!.month, 'en')}`);
  await expect(section.getByRole('heading', { level: 3 })).toHaveText(['To keep Advanced', 'To reach Silver']);
  await expect(section.getByRole('meter')).toHaveCount(2);
  await expect(section).not.toContainText('invitees');
});

test('no outlook where there is no ladder or no enrolment any more', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'operations');
  const screen = new ConsolePage(page);
  const reasons = [
    [{ programme: 'pro', enrolled: 'open' }, 'This programme has no ladder'],
    [{ programme: 'partner', enrolled: 'ended' }, 'The enrolment has ended'],
  ] as const;
  for (const [filter, reason] of reasons) {
    const { uid, outlook } = await outlookOf(baseURL, filter);
    expect(outlook).toBeNull();
    await screen.open(`/affiliates/${uid}/show`, `Affiliate ${uid}`);
    await expect(screen.section('Outlook')).toContainText(reason);
  }
});
