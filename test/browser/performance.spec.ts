import type { Performance } from '../../server/performance/contract.ts';
import { ConsolePage } from './pages/console-page.ts';
import { colleague, expect, rowsPath, signedIn, test } from './pages/world.ts';

interface Row {
  amount: string;
  currency: string;
  invitee_uid: string | null;
}

const cents = (amount: string): bigint => {
  const [units = '0', places = ''] = amount.replace('-', '').split('.');
  return BigInt(units + places.padEnd(8, '0')) * (amount.startsWith('-') ? -1n : 1n);
};

/** Days of a month that runs have covered whole. */
async function lastWholeMonth(url: string | undefined): Promise<{ from: string; to: string; answer: Performance }> {
  const api = await colleague(url, 'operations2');
  const { periods } = await api.get<Performance>('performance');
  const last = periods.filter(({ complete, commission }) => complete && commission.records > 0).at(-1)!;
  const span = { from: last.from!, to: last.to };
  const answer = await api.get<Performance>(`performance?${new URLSearchParams(span)}`);
  await api.leave();
  return { ...span, answer };
}

test('every figure of the house leads to rows that add up to it', async ({ page, context, baseURL }) => {
  test.setTimeout(120_000);
  const { from, to, answer } = await lastWholeMonth(baseURL);
  const [figures] = answer.periods;
  await signedIn(context, baseURL, 'compliance');
  const api = await colleague(baseURL, 'compliance2');
  const screen = new ConsolePage(page);
  const address = `/performance?from=${from}&to=${to}`;
  await screen.open(address, 'Performance');
  const section = screen.section(/^Figures of /);
  await expect(section.getByRole('link').first()).toBeVisible();
  const links = await section.getByRole('link').count();
  expect(links).toBe(6);
  const counts = [null, figures!.referrals.new, figures!.referrals.all, ...(['spot_margin', 'futures', 'mining'] as const).map((one) => figures!.traded[one] ?? 0)];
  for (const [place, count] of counts.entries()) {
    await section.getByRole('link').nth(place).click();
    await expect(screen.title).toHaveText(/^(Commissions|Referrals)/);
    const [resource, question] = screen.address().slice(1).split('?') as [string, string];
    const filter = JSON.parse(new URLSearchParams(question).get('filter')!);
    if (count !== 0) await expect(screen.main.getByRole('table')).toBeVisible();
    const rows = await api.get<Row[]>(rowsPath(resource, filter, 999));
    if (count !== null) expect(rows).toHaveLength(count);
    else for (const { currency, amount } of figures!.commission.totals) {
      expect(rows.filter((one) => one.currency === currency).reduce((sum, one) => sum + cents(one.amount), 0n), currency).toBe(cents(amount));
    }
    await screen.open(address, 'Performance');
  }
  // What stands in no account is filtered by that, and the list shows what the figure says.
  const none = figures!.by_family.none!;
  await screen.main.getByRole('group', { name: 'Commission', exact: true }).getByRole('row').nth(1).getByRole('link').last().click();
  await expect(screen.title).toHaveText(/^Commissions/);
  expect(JSON.parse(new URLSearchParams(screen.address().split('?')[1]).get('filter')!)).toMatchObject({ family: null });
  await expect(screen.main.getByRole('table').getByRole('row')).toHaveCount(1 + none.records);
  await api.leave();
});

test('the question stands in the address, and the figures of an affiliate on its page', async ({ page, context, baseURL }) => {
  const { from, to } = await lastWholeMonth(baseURL);
  const api = await colleague(baseURL, 'operations2');
  const [pro] = await api.get<{ uid: string }[]>(rowsPath('affiliates', { programme: 'pro', enrolled: 'open' }, 0));
  await api.leave();
  await signedIn(context, baseURL, 'support');
  const screen = new ConsolePage(page);
  await screen.open(`/affiliates/${pro!.uid}/show/performance?from=${from}&to=${to}`, new RegExp(pro!.uid));
  await screen.main.getByRole('button', { name: 'week', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`from=${from}.*`));
  await expect(page).toHaveURL(/grain=week/);
  await expect(screen.main.getByRole('group', { name: 'Referrals and who traded' })).toBeVisible();
  await screen.main.getByRole('button', { name: 'futures' }).click();
  await expect(page).toHaveURL(/family=futures/);
  await screen.main.getByRole('button', { name: 'USDT', exact: true }).click();
  await expect(page).toHaveURL(/currency=USDT/);
  await page.reload();
  await expect(screen.main.getByRole('button', { name: 'futures' })).toHaveAttribute('aria-pressed', 'true');
  await expect(screen.section('Code and links')).toBeVisible();
});

test('of two choices in one breath both hold', async ({ page, context, baseURL }) => {
  await signedIn(context, baseURL, 'compliance');
  const screen = new ConsolePage(page);
  await screen.open('/performance', 'Performance');
  const [week, futures] = await Promise.all(['week', 'futures'].map((name) => screen.main.getByRole('button', { name, exact: true }).elementHandle()));
  await page.evaluate(async ([first, second]) => {
    (first as HTMLElement).click();
    const { port1, port2 } = new MessageChannel();
    const turn = new Promise((resolve) => { port2.onmessage = resolve; });
    port1.postMessage(null);
    await turn;
    (second as HTMLElement).click();
  }, [week, futures]);
  await expect(page).toHaveURL(/grain=week/);
  await expect(page).toHaveURL(/family=futures/);
});
