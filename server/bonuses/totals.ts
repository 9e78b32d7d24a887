import { dialectOf } from '../../db/connection.ts';
import { execute, rows, type Parameters, type Transaction } from '../../db/statement.ts';

/** By campaign what its bonuses in a state come to, e8; 0 where there are none of it. */
const inState = (state: 'pending' | 'distributed'): string => `CAST(sum(CASE WHEN n.state = '${state}' THEN n.amount_e8 ELSE 0 END) AS BIGINT)`;

/** A SELECT of `campaign_id, pending_e8, distributed_e8` from the bonuses themselves, narrowed by a condition over `n`. */
export const totalsOfBonuses = (where: string): string =>
  `SELECT n.campaign_id, ${inState('pending')} AS pending_e8, ${inState('distributed')} AS distributed_e8 FROM bonuses n WHERE ${where} GROUP BY n.campaign_id`;

/** Runs an UPDATE of bonuses, and counts again the campaigns of those that it moved. */
export async function moveBonuses(transaction: Transaction, update: string, parameters: Parameters, fragments: Record<string, string> = {}): Promise<void> {
  const moved = await rows<{ campaign_id: number }>(transaction, `${update} RETURNING campaign_id`, parameters, fragments);
  await recountCampaigns(transaction, moved.map(({ campaign_id }) => campaign_id));
}

/**
 * Counts again what bonuses were written or moved for (CAM-4), in the same transaction; the ids may repeat. Whole, not by the difference: a
 * transaction that awards reads the same rows anyway, to know what there is room for.
 */
export async function recountCampaigns(transaction: Transaction, campaignIds: number[]): Promise<void> {
  const ids = [...new Set(campaignIds)];
  if (ids.length === 0) return;
  await execute(
    transaction,
    `INSERT INTO campaign_totals (campaign_id, pending_e8, distributed_e8)
     ${totalsOfBonuses('n.campaign_id IN (SELECT r.id FROM {{ids}} r)')}
     ON CONFLICT (campaign_id) DO UPDATE SET pending_e8 = excluded.pending_e8, distributed_e8 = excluded.distributed_e8`,
    { ids: JSON.stringify(ids.map((id) => ({ id }))) },
    { ids: dialectOf(transaction).rowset('ids', { id: 'integer' }) },
  );
}
