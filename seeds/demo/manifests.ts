import { neededFeeds } from '../../server/manifests/rules.ts';
import { formatAmount, parseAmount } from '../../server/money.ts';
import type { Arrival, DemoFeed, DemoRows } from './steps.ts';

type Given = Exclude<DemoFeed, 'manifests'>;
type Manifest = DemoRows['manifests'];

/** What dates a row of a feed, and the amount that its control sum adds up. */
const columns: Record<Given, { instant: string; amount: string | null }> = {
  accounts: { instant: 'registered_at', amount: null },
  'account-events': { instant: 'occurred_at', amount: null },
  activations: { instant: 'activated_at', amount: null },
  applications: { instant: 'applied_at', amount: null },
  ratios: { instant: 'set_at', amount: null },
  transfers: { instant: 'occurred_at', amount: 'amount_usdt' },
  trades: { instant: 'executed_at', amount: 'volume_usdt' },
  recalls: { instant: 'attempted_at', amount: null },
  'campaign-joins': { instant: 'joined_at', amount: null },
  prices: { instant: 'day', amount: null },
};

/** Feeds that a run needs and that bring nothing into this world: their manifests say so. */
const silent = [...new Set(Object.values(neededFeeds).flat())].filter((feed) => !Object.hasOwn(columns, feed));

/** What the exchange says that a day's files hold (PAY-8): a row a feed. */
export function manifestsOf(all: Record<Given, Arrival[]>, day: string): Manifest[] {
  const spoken = (Object.keys(columns) as Given[]).map((feed): Manifest => {
    const { instant, amount } = columns[feed];
    const rows = all[feed]
      .map(({ row }) => row as Record<string, string>)
      .filter((row) => row[instant]!.slice(0, 10) === day);
    const sum = amount === null ? null : rows.reduce((total, row) => total + e8(row[amount]!), 0n);
    return { feed, day, rows: `${rows.length}`, control_sum: sum === null ? '' : formatAmount(sum) };
  });
  return [...spoken, ...silent.map((feed) => ({ feed, day, rows: '0', control_sum: '' }))];
}

/** The same, where one more row of so much has not arrived. */
export function withOneMore(manifest: Manifest, amount: string): Manifest {
  const { rows, control_sum } = manifest;
  return { ...manifest, rows: `${Number(rows) + 1}`, control_sum: formatAmount(e8(control_sum) + e8(amount)) };
}

function e8(text: string): bigint {
  const amount = parseAmount(text);
  if (typeof amount !== 'bigint') throw new Error(`no amount: ${text}`);
  return amount;
}
