import type { BonusState } from '#contract/bonuses';
import { listPath } from '../list/listPath.ts';

/** The list of the bonuses of a campaign, in some of their states. */
export function bonusesOf(campaignId: string, states: readonly BonusState[] = []): string {
  const [state] = states;
  if (states.length > 1) return listPath('bonuses', { campaign_id: campaignId, state: states }, ['campaign_id']);
  const filter = { campaign_id: campaignId, ...(state ? { state } : {}) };
  return listPath('bonuses', filter);
}

/** The list of certain bonuses. */
export function bonusesWith(ids: readonly string[]): string {
  return listPath('bonuses', { id: ids }, []);
}
