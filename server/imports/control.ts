import { execute, row, type Connection, type Transaction } from '../../db/statement.ts';
import type { Feed } from '../feeds/contract.ts';

/**
 * What the rows of a feed become: a table, numbered in the order of arrival, and the numbers in it that its rows brought, those
 * that may be large apart. Where there are none the rows are only counted.
 */
export interface Brought {
  table: string;
  /** Which of its rows were accepted; left out: all. */
  where?: string;
  large: string[];
  small: string[];
}

export const brought: Partial<Record<Feed, Brought>> = {
  accounts: { table: 'accounts', large: ['registered_at'], small: ['vip_level'] },
  'account-events': { table: 'account_events', large: ['occurred_at'], small: ['account_id'] },
  activations: { table: 'enrolments', large: ['activated_at'], small: ['account_id'] },
  deactivations: { table: 'deactivations', large: ['ended_at'], small: ['account_id'] },
  applications: { table: 'applications', large: ['applied_at'], small: ['account_id'] },
  ratios: { table: 'ratios', large: ['set_at'], small: ['account_id', 'ratio_bps'] },
  trades: { table: 'trades', large: ['executed_at', 'volume_e8', 'fee_e8', 'offset_e8'], small: ['account_id', 'via_api'] },
  transfers: { table: 'transfers', large: ['occurred_at', 'amount_e8'], small: ['account_id'] },
  // Those refused stand there too.
  recalls: { table: 'recalls', where: `codes = ''`, large: ['attempted_at', 'confirmed_at'], small: ['account_id', 'inviter_id'] },
  'campaign-joins': { table: 'campaign_joins', large: ['joined_at'], small: ['campaign_id', 'affiliate_id'] },
  manifests: { table: 'manifests', large: ['row_count'], small: [] },
  // Their table has no numbers of its own.
  prices: { table: 'prices', large: [], small: [] },
};

/** The condition that a row of the table was accepted. */
export function acceptedIn({ where }: Brought): string {
  return where ?? '1 = 1';
}

/** Whether a control sum is kept of the feed's rows. */
export function hasControlSum(feed: Feed): boolean {
  return (brought[feed]?.large.length ?? 0) > 0;
}

/**
 * The control sum of rows: every number of theirs times a weight of its column, as whole hundred millions and the rest apart
 * (DESIGN 4). Linear, so that one number that is altered always shows, and chunks add up.
 */
export function controlColumns({ large, small }: Brought): string {
  const numbers = [...large, ...small];
  if (numbers.length === 0) return `'0' AS units, '0' AS fraction`;
  const units = large.map((name, index) => `${name} / 100000000 * ${index + 1}`);
  const fraction = numbers.map((name, index) => `${large.includes(name) ? `${name} % 100000000` : name} * ${index + 1}`);
  return `CAST(COALESCE(sum(${units.join(' + ')}), 0) AS TEXT) AS units, CAST(COALESCE(sum(${fraction.join(' + ')}), 0) AS TEXT) AS fraction`;
}

/** Where the feed's table ends, before a chunk is landed; under the head's lock. */
export async function tableEnd(transaction: Transaction, feed: Feed): Promise<number> {
  if (!hasControlSum(feed)) return 0;
  return (await row<{ id: number }>(transaction, `SELECT COALESCE(max(id), 0) AS id FROM ${brought[feed]?.table}`))?.id ?? 0;
}

/** Adds to an import's control sum what it has landed behind `end`, in the chunk's own transaction. */
export async function addControlSum(transaction: Transaction, feed: Feed, id: number, end: number): Promise<void> {
  const kept = brought[feed];
  if (!kept || !hasControlSum(feed)) return;
  const sum = await controlSum(transaction, kept, id, end);
  await execute(
    transaction,
    'UPDATE imports SET control_units = control_units + :units, control_fraction_e8 = control_fraction_e8 + :fraction WHERE id = :id',
    { id, ...sum },
  );
}

async function controlSum(connection: Connection, kept: Brought, id: number, end: number): Promise<{ units: bigint; fraction: bigint }> {
  const sum = await row<{ units: string; fraction: string }>(
    connection,
    `SELECT ${controlColumns(kept)} FROM ${kept.table} WHERE id > :end AND import_id = :id AND ${acceptedIn(kept)}`,
    { end, id },
  );
  return { units: BigInt(sum?.units ?? '0'), fraction: BigInt(sum?.fraction ?? '0') };
}
