import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { demoStaff } from '../../seeds/demo/staff.ts';
import { colleague, expect, rowsPath, signedIn, test } from './pages/world.ts';

test('admin sees the staff', async ({ page }) => {
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await page.goto('/');
  await screen.signIn('admin');
  await expect(screen.section('Staff').getByRole('row')).toHaveCount(demoStaff.length + 1);
  await screen.navigation.getByRole('link', { name: 'Staff', exact: true }).click();
  await expect(list.rows).toHaveCount(demoStaff.length);
  for (const { email, name } of demoStaff) await expect(list.rows.filter({ hasText: email })).toContainText(name);
  await expect(page.getByRole('link', { name: 'Export CSV' })).toHaveCount(0);
});

test('no personal data reaches admin anywhere', async ({ page, context, baseURL }) => {
  const api = await colleague(baseURL, 'compliance2');
  const people = [
    ...(await api.get<{ uid: string; email: string; name: string }[]>(rowsPath('affiliates'))),
    ...(await api.get<{ uid: string; email: string; name: string }[]>(rowsPath('referrals'))),
  ];
  const [review] = await api.get<{ id: string }[]>(rowsPath('tier-reviews', {}, 0));
  const [record] = await api.get<{ id: string }[]>(rowsPath('commissions', {}, 0));
  await api.leave();
  const clear = people.flatMap(({ email, name }) => [email, name]).filter(Boolean);
  expect(clear.length).toBeGreaterThan(50);

  await signedIn(context, baseURL, 'admin');
  const answers: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/api/')) answers.push(response.text().catch(() => ''));
  });
  const screen = new ConsolePage(page);
  const list = new ListPage(page);
  await screen.open('/', 'Home');
  const lists = { '/affiliates': 'Affiliates', '/referrals': 'Referrals', '/commissions': 'Commissions' };
  for (const [path, title] of Object.entries(lists)) {
    await screen.open(path, title);
    await expect(list.range).toBeVisible();
    await expect(list.table.getByRole('columnheader', { name: /E-mail|Name/ })).toHaveCount(0);
  }
  await screen.open(`/affiliates/${people[0]!.uid}/show`, `Affiliate ${people[0]!.uid}`);
  await expect(screen.section('Account')).toBeVisible();
  await expect(screen.section('Personal data')).toHaveCount(0);
  await screen.open(`/affiliates/${people[0]!.uid}/show/history`);
  await expect(screen.section('States over time')).toBeVisible();
  await screen.open(`/tier-reviews/${review!.id}/show`, /^Tier review of/);
  await screen.open(`/commissions/${record!.id}/show`, /^Commission record/);
  await screen.open('/imports', 'Imports');
  await screen.open('/runs', 'Runs');
  const said = (await Promise.all(answers)).join('\n') + (await page.content());
  expect(clear.filter((word) => said.includes(word))).toEqual([]);
});
