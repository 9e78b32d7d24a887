import { listPath } from '../list/listPath.ts';

/** The list of those who take part in a campaign by joining, now. */
export function joinsOf(campaignId: string): string {
  return listPath('campaign-joins', { campaign_id: campaignId, current: true });
}
