/** A world of some size as files: most feeds are longer than a chunk of their import, the trades longer than two. */
import type { Database } from '../../db/connection.ts';
import { systemActor } from '../../server/audit/contract.ts';
import type { Feed, ImportFigures } from '../../server/feeds/contract.ts';
import { importFile } from '../../server/imports/service.ts';
import { toCsv, type FeedName, type AnyRow } from '../worlds/feeds.ts';
import { account, activates, changes, setsRatio, trades, transfers } from '../worlds/story.ts';
import { iso } from '../worlds/times.ts';

const AFFILIATES = 600;
const INVITEES = 1_800;
export const TRADES = 11_000;
const JANUARY = Date.parse('2026-01-01T00:00:00Z');
const FOUR_WEEKS = 28 * 86_400_000;

/** Days and the month that are run in it, and a clock after all of them. */
export const DAY = '2026-01-31';
export const NEXT_DAY = '2026-02-01';
export const MONTH = '2026-01';
export const clock = { now: () => Date.parse('2026-02-03T00:00:00Z') };

const programme = (n: number): 'referral' | 'partner' | 'pro' => (n % 10 === 0 ? 'partner' : n % 10 === 1 ? 'pro' : 'referral');
const affiliate = (n: number): string => `aff${n % AFFILIATES}`;
const invitee = (n: number): string => `inv${n % INVITEES}`;
const list = (count: number, each: (n: number) => { rows: readonly AnyRow[] }): AnyRow[] => Array.from({ length: count }, (_, n) => each(n).rows).flat();

export interface File { feed: Feed; rows: AnyRow[] }

/** In the order in which they come. */
export const files: File[] = [
  {
    feed: 'accounts',
    rows: [
      ...list(AFFILIATES, (n) => account(affiliate(n), { on: '2025-12-30' })),
      ...list(INVITEES, (n) => account(invitee(n), { on: '2025-12-31 12:00', by: n % 97 === 0 ? 'nobody' : affiliate(n), country: n % 7 === 0 ? 'IR' : 'US', name: `Name "${n}", of\nsome lines` })),
    ],
  },
  { feed: 'activations', rows: list(AFFILIATES, (n) => activates(affiliate(n), programme(n), '2025-12-31', `act${n}`)) },
  { feed: 'ratios', rows: list(1_200, (n) => named('ratio_id', `ratio${n}`, setsRatio(affiliate(n), n % 2 === 0 ? 'spot_margin' : 'futures', (n % 50) * 100, '2026-01-02'))) },
  { feed: 'account-events', rows: list(1_500, (n) => named('event_id', `event${n}`, changes(n % 3 === 0 ? affiliate(n) : invitee(n), n % 3 === 0 ? 'country' : 'vip_level', n % 3 === 0 ? 'NL' : String(n % 5), `2026-01-${String(2 + (n % 20)).padStart(2, '0')}`))) },
  { feed: 'transfers', rows: list(4_000, (n) => named('transfer_id', `transfer${n}`, transfers(invitee(n), `${50 + (n % 200)}.5`, '2026-01-03'))) },
  { feed: 'trades', rows: tradesOf(TRADES) },
  { feed: 'prices', rows: Array.from({ length: 2_500 }, (_, n) => ({ currency: `COIN${n % 100}`, day: `2026-01-${String(1 + Math.floor(n / 100)).padStart(2, '0')}`, usdt: `${n}.25` })) },
];

/** So many, spread over four weeks. */
function tradesOf(count: number): AnyRow[] {
  return list(count, (n) => trades(`trade${n}`, invitee(n * 7), iso(JANUARY + Math.floor((n / count) * FOUR_WEEKS)), {
    product: ['spot', 'margin', 'futures_usdt', 'mining'][n % 4] as string, volume_usdt: `${300 + (n % 900) * 6}.01`, fee: `${n % 11}.12345678`,
    fee_offset: n % 5 === 0 ? `${n % 11}` : '0', fee_currency: n % 3 === 0 ? 'BNB' : 'USDT', via_api: n % 13 === 0 ? 'true' : 'false',
  }));
}

/** The builders count their ids on; here they must be the same on every way. */
function named(column: string, id: string, { rows }: { rows: readonly AnyRow[] }): { rows: AnyRow[] } {
  return { rows: rows.map((row) => ({ ...row, [column]: id })) };
}

export function csvOf(feed: Feed, rows: readonly AnyRow[]): string {
  return toCsv(feed as FeedName, rows);
}

export function fileOf(feed: Feed): AnyRow[] {
  return files.find((file) => file.feed === feed)?.rows ?? [];
}

/** Takes rows in as a file, in this process. */
export async function take(database: Database, feed: Feed, rows: readonly AnyRow[], dryRun = false): Promise<ImportFigures> {
  const bytes = new TextEncoder().encode(csvOf(feed, rows));
  const job = { feed, file_name: `${feed}.csv`, bytes_total: bytes.length, dry_run: dryRun, actor: systemActor };
  return (await importFile(database, clock, job, (async function* () { yield bytes; })())).figures;
}

/** The same world with so many trades. */
export function filesWith(count: number): File[] {
  return files.map(({ feed, rows }) => ({ feed, rows: feed === 'trades' ? tradesOf(count) : rows }));
}

/** All files, each once. */
export async function takeAll(database: Database, all = files): Promise<void> {
  for (const { feed, rows } of all) {
    const { accepted } = await take(database, feed, rows);
    if (accepted !== rows.length) throw new Error(`${feed}: ${accepted} of ${rows.length} were accepted`);
  }
}
