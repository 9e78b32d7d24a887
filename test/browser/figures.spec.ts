/** Every figure leads to the rows that make it up, and those rows add up to it. */
import type { APIRequestContext, Locator, Page } from '@playwright/test';
import type { Performance } from '../../server/performance/contract.ts';
import { ConsolePage } from './pages/console-page.ts';
import { ListPage } from './pages/list-page.ts';
import { colleague, expect, rowsPath, signedIn, test, type Who } from './pages/world.ts';

const ONE_E8 = 100_000_000n;
const PAGE = 1000;

interface Figure {
  to: string;
  rows: string | null;
  sum: string | null;
  sums: string | null;
  of: string;
}

interface Screen {
  who: Who;
  path: () => Promise<string>;
  /** How many figures are there at least: a screen without any proves nothing. */
  atLeast: number;
  open?: (page: Page) => Promise<void>;
}

type Id = { id: string };
type Row = Record<string, string | undefined>;

/** The first row of a list that fits. */
async function first<Row extends object>(url: string, resource: string, filter: object): Promise<Row> {
  const api = await colleague(url, 'operations2');
  const [row] = await api.get<Row[]>(rowsPath(resource, filter, 0));
  await api.leave();
  if (!row) throw new Error(`no ${resource} of the demo world fits ${JSON.stringify(filter)}`);
  return row;
}

const asTable = async (page: Page) => page.getByRole('button', { name: 'Show as table' }).click();

function screens(url: string): Record<string, Screen> {
  const show = async (resource: string, filter: object) => `/${resource}/${(await first<Id>(url, resource, filter)).id}/show`;
  const run = (kind: string) => show('runs', { kind, state: 'done' });
  const earner = async () => (await first<{ affiliate_uid: string }>(url, 'payout-lines', { status: 'paid' })).affiliate_uid;
  const lastMonth = async () => {
    const api = await colleague(url, 'operations2');
    const { periods } = await api.get<Performance>('performance');
    await api.leave();
    const last = periods.filter(({ complete, commission }) => complete && commission.records > 0).at(-1)!;
    return `/performance?${new URLSearchParams({ from: last.from!, to: last.to })}`;
  };
  /** From within a month to within the next but one. */
  const someMonths = async () => {
    const [, query] = (await lastMonth()).split('?');
    const to = new URLSearchParams(query).get('to')!;
    const from = new Date(Date.parse(to) - 75 * 86_400_000).toISOString().slice(0, 10);
    return `/performance?${new URLSearchParams({ grain: 'total', from, to: `${to.slice(0, 8)}17` })}`;
  };
  return {
    'the first screen of operations': { who: 'operations', path: async () => '/', atLeast: 20, open: asTable },
    'the first screen of compliance': { who: 'compliance', path: async () => '/', atLeast: 5 },
    'the list of affiliates': { who: 'operations', path: async () => '/affiliates', atLeast: 10 },
    'an affiliate': { who: 'support', path: async () => `/affiliates/${await earner()}/show`, atLeast: 8 },
    'a payout': { who: 'operations', path: () => show('payouts', { state: 'paid' }), atLeast: 3 },
    'a commission run': { who: 'operations', path: () => run('commission'), atLeast: 4 },
    'an evaluation': { who: 'operations', path: () => run('evaluation'), atLeast: 4 },
    'a payout run': { who: 'operations', path: () => run('payout'), atLeast: 2 },
    'a bonus run': { who: 'operations', path: () => run('bonus'), atLeast: 1 },
    'performance of the house': { who: 'compliance', path: lastMonth, atLeast: 20 },
    'performance of an affiliate': { who: 'support', path: async () => `/affiliates/${await earner()}/show/performance`, atLeast: 20 },
    'performance of the house over all days': { who: 'compliance', path: async () => '/performance?grain=total', atLeast: 15 },
    'performance of the house over some months': { who: 'compliance', path: someMonths, atLeast: 15 },
    'the compliance desk': { who: 'compliance', path: async () => '/compliance-desk', atLeast: 5 },
    'what is owed to whom': { who: 'compliance', path: async () => '/liabilities', atLeast: 5 },
    'who joined campaigns': { who: 'operations', path: async () => '/campaign-joins', atLeast: 1 },
    'a campaign': { who: 'operations', path: () => show('campaigns', { state: 'active' }), atLeast: 3 },
  };
}

for (const name of Object.keys(screens(''))) {
  test(`the figures of ${name} are what their rows come to`, async ({ page, context, baseURL }) => {
    test.setTimeout(180_000);
    const { who, path, atLeast, open } = screens(baseURL!)[name]!;
    await signedIn(context, baseURL, who);
    await page.goto(`/#${await path()}`);
    await expect(new ConsolePage(page).title).toBeVisible();
    await open?.(page);
    const links = page.getByRole('main').locator('[data-rows], [data-sum], [data-sums]');
    await expect.poll(() => links.count()).toBeGreaterThanOrEqual(atLeast);
    const figures = await figuresOn(links);
    const rowsOf = once((to: string) => allRows(context.request, baseURL!, listOf(to)));
    const monthsOf = once((to: string) => monthsAt(page, to));
    const wrong = [];
    for (const figure of figures) wrong.push(...(isByMonth(figure) ? await faultsByMonth(figure, monthsOf, rowsOf) : await faultsOf(figure, rowsOf)));
    expect(wrong).toEqual([]);
    const direct = figures.filter((figure) => !isByMonth(figure));
    if (direct.length < figures.length) await page.goto(`/#${await path()}`);
    await opensItsRows(page, direct);
  });
}

function figuresOn(links: Locator): Promise<Figure[]> {
  return links.evaluateAll((all) => all.map((link): Figure => ({
    to: link.getAttribute('href')!, rows: link.getAttribute('data-rows'), sum: link.getAttribute('data-sum'),
    sums: link.getAttribute('data-sums'), of: link.getAttribute('data-of') ?? 'amount',
  })));
}

type Reader<Found> = (to: string) => Promise<Found>;

/** Each address is read once, however many figures lead to it. */
function once<Found>(read: Reader<Found>): Reader<Found> {
  const known = new Map<string, Promise<Found>>();
  return (to) => {
    const found = known.get(to) ?? read(to);
    known.set(to, found);
    return found;
  };
}

/** The figures of the page that shows months. */
async function monthsAt(page: Page, to: string): Promise<Figure[]> {
  await page.goto(`/${to.replace(/^#?/, '#')}`);
  await expect(new ConsolePage(page).title).toHaveText('Income by month');
  const main = page.getByRole('main');
  await expect(main.locator('[data-sums]').first().or(main.getByText('Nothing was earned in this time.'))).toBeVisible();
  return figuresOn(main.locator('[data-sums]'));
}

/** Of so many days that the list would have to read too many records. */
const isByMonth = ({ to }: Figure): boolean => /^#?\/performance\/months\?/.test(to);

/** A figure over many days leads to its months: they add up to it, and the rows of each add up to the month. */
async function faultsByMonth({ to, rows, sums }: Figure, monthsOf: Reader<Figure[]>, rowsOf: Reader<Row[]>): Promise<string[]> {
  const claims = JSON.parse(sums ?? '{}') as Record<string, string>;
  const months = await monthsOf(to);
  const faults = [];
  for (const month of months) faults.push(...(await faultsOf(month, rowsOf)));
  const total = (currency: string): bigint => months.map((month) => e8((JSON.parse(month.sums!) as Record<string, string>)[currency] ?? '0'))
    .reduce((all, one) => all + one, 0n);
  const count = months.reduce((all, month) => all + Number(month.rows), 0);
  if (rows !== null && Number(rows) !== count) faults.push(`${to}: says ${rows} rows, its months have ${count}`);
  for (const [currency, said] of Object.entries(claims)) {
    if (e8(said) !== total(currency)) faults.push(`${to}: says ${said} ${currency}, its months come to ${total(currency)} / 10^8`);
  }
  return faults;
}

/** What a figure claims of its rows and they do not bear out. */
async function faultsOf({ to, rows, sum, sums, of }: Figure, rowsOf: Reader<Row[]>): Promise<string[]> {
  const found = await rowsOf(to);
  const total = (list: Row[]): bigint => list.map((row) => e8(row[of] ?? '0')).reduce((all, one) => all + one, 0n);
  const amounts = total(found);
  const byCurrency = Object.entries(JSON.parse(sums ?? '{}') as Record<string, string>);
  return [
    ...(rows !== null && Number(rows) !== found.length ? [`${to}: says ${rows} rows, there are ${found.length}`] : []),
    ...(sum !== null && e8(sum) !== amounts ? [`${to}: says ${sum}, its rows come to ${amounts} / 10^8`] : []),
    ...byCurrency.map(([currency, said]) => ({ currency, said, come: total(found.filter((row) => row['currency'] === currency)) }))
      .filter(({ said, come }) => e8(said) !== come)
      .map(({ currency, said, come }) => `${to}: says ${said} ${currency}, its rows come to ${come} / 10^8`),
  ];
}

async function allRows(api: APIRequestContext, url: string, { resource, filter }: ReturnType<typeof listOf>): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const range = JSON.stringify([rows.length, rows.length + PAGE - 1]);
    const answer = await api.get(`${url}/api/${resource}?${new URLSearchParams({ filter, range })}`);
    expect(answer.status(), `${resource} ${filter}`).toBe(200);
    const page = (await answer.json()) as Row[];
    rows.push(...page);
    if (page.length < PAGE) return rows;
  }
}

function listOf(to: string): { resource: string; filter: string } {
  const [path, query] = to.replace(/^#?\//, '').split('?');
  return { resource: path!, filter: new URLSearchParams(query).get('filter') ?? '{}' };
}

function e8(amount: string): bigint {
  const [, sign, units, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount)!;
  const value = BigInt(units!) * ONE_E8 + BigInt(fraction.padEnd(8, '0'));
  return sign === '-' ? -value : value;
}

/** Pressed, a figure shows the very list that was counted. */
async function opensItsRows(page: Page, figures: Figure[]): Promise<void> {
  const figure = figures.find(({ rows }) => rows !== null && Number(rows) > 0);
  if (!figure) return;
  const { resource, filter } = listOf(figure.to);
  await page.getByRole('main').locator(`[href="${figure.to}"][data-rows]`).first().click();
  await expect(page).toHaveURL((url) => {
    const shown = listOf(url.hash);
    return shown.resource === resource && shown.filter === filter;
  });
  await expect(new ListPage(page).rows.first()).toBeVisible();
}
