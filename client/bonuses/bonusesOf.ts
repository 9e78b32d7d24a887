import type { BonusState } from '#contract/bonuses';
import { rowsOf } from '../list/rowsOf.ts';

/** The list of the bonuses of a campaign, in some of their states. */
export function bonusesOf(campaignId: string, states: readonly BonusState[] = []): string {
  const [state] = states;
  if (states.length > 1) return rowsOf('bonuses', { campaign_id: campaignId, state: states }, ['campaign_id']);
  const filter = { campaign_id: campaignId, ...(state ? { state } : {}) };
  return rowsOf('bonuses', filter, Object.keys(filter));
}

/** The list of certain bonuses. */
export function bonusesWith(ids: readonly string[]): string {
  return rowsOf('bonuses', { id: ids });
}
