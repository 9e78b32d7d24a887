/**
 * The rows of the feeds as they stand in a CSV file (CONTRACT 1): every value is text, every column is there.
 * Only the feeds that the worlds of these tests use.
 */

/** Columns of each feed, in the order in which `toCsv` writes them. */
export const COLUMNS = {
  accounts: [
    'uid', 'registered_at', 'country', 'account_type', 'kyc_level', 'vip_level', 'email', 'name',
    'referral_code', 'inviter_code', 'inviter_channel', 'inviter_campaign',
  ],
  'account-events': ['event_id', 'uid', 'occurred_at', 'field', 'value'],
  activations: ['activation_id', 'uid', 'programme', 'activated_at'],
  ratios: ['ratio_id', 'uid', 'family', 'ratio_bps', 'set_at'],
  transfers: ['transfer_id', 'uid', 'occurred_at', 'direction', 'source', 'amount_usdt'],
  trades: [
    'trade_id', 'uid', 'executed_at', 'product', 'volume_usdt', 'fee', 'fee_offset', 'fee_currency', 'via_api',
  ],
  prices: ['currency', 'day', 'usdt'],
  manifests: ['feed', 'day', 'rows', 'control_sum'],
} as const;

/** Name of a feed, as in `ops import <feed> <file>`. */
export type FeedName = keyof typeof COLUMNS;

/** One row of a feed: its columns, all as text. */
export type Row<F extends FeedName = FeedName> = { [C in (typeof COLUMNS)[F][number]]: string };

export type AccountRow = Row<'accounts'>;

/** A row of whatever feed, for code that walks over columns. */
export type AnyRow = Readonly<Record<string, string>>;

/** The key of a row, as text: for prices `BNB 2026-01-01`, for manifests `trades 2026-01-01`, else the id in the first column. */
export function keyOf(feed: FeedName, row: AnyRow): string {
  if (feed === 'prices') return `${row['currency']} ${row['day']}`;
  if (feed === 'manifests') return `${row['feed']} ${row['day']}`;
  return row[COLUMNS[feed][0]] ?? '';
}

/** The rows as a CSV file: RFC 4180 quoting, LF, header line, a line end after the last row. */
export function toCsv(feed: FeedName, rows: readonly AnyRow[]): string {
  const lines = [COLUMNS[feed].join(',')];
  for (const row of rows) lines.push(COLUMNS[feed].map((column) => quoted(row[column] ?? '')).join(','));
  return lines.join('\n') + '\n';
}

function quoted(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
