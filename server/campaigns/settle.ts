import { rows, type Transaction } from '../../db/statement.ts';
import { systemActor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { formatInstant } from '../calendar.ts';
import type { CampaignState } from './contract.ts';
import { closeCampaign, moveCampaign } from './store.ts';

/**
 * What the clock alone decides (CAM-2): a campaign whose start has come is active, one whose end has come has ended; each with the instant
 * that its period names, however late this is asked. What is promised does not hang on it. The caller holds the engine's head.
 */
export async function settleCampaigns(transaction: Transaction, at: number): Promise<void> {
  const due = await rows<{ id: number; state: CampaignState; starts_at: number; ends_at: number }>(
    transaction,
    `SELECT c.id, c.state, v.starts_at, v.ends_at FROM campaigns c JOIN campaign_versions v ON v.id = c.version_id
     WHERE (c.state = 'scheduled' AND v.starts_at <= :at) OR (c.state IN ('scheduled', 'active', 'paused') AND v.ends_at <= :at) ORDER BY c.id`,
    { at },
  );
  for (const campaign of due) {
    const over = campaign.ends_at <= at;
    const to: CampaignState = over ? 'ended' : 'active';
    const instant = over ? campaign.ends_at : campaign.starts_at;
    if (!(await moveCampaign(transaction, campaign, to, over ? { ended_at: instant } : {}))) continue;
    if (over) await closeCampaign(transaction, campaign.id, instant);
    await writeAudit(transaction, {
      at, actor: systemActor, action: over ? 'campaign.ended' : 'campaign.begun', subject_type: 'campaigns', subject_id: String(campaign.id),
      changes: { state: { old: campaign.state, new: to }, at: { old: null, new: formatInstant(instant) } },
    });
  }
}
