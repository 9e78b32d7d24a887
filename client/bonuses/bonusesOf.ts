import type { BonusState } from '#contract/bonuses';

/** The list of the bonuses of a campaign, in some of their states. */
export function bonusesOf(campaignId: string, states: readonly BonusState[] = []): string {
  const filter = { campaign_id: campaignId, ...(states.length > 0 ? { state: states.length === 1 ? states[0] : states } : {}) };
  return `/bonuses?${new URLSearchParams({
    filter: JSON.stringify(filter),
    displayedFilters: JSON.stringify({ campaign_id: true, ...(states.length === 1 ? { state: true } : {}) }),
  })}`;
}

/** The list of certain bonuses. */
export function bonusesWith(ids: readonly string[]): string {
  return `/bonuses?${new URLSearchParams({ filter: JSON.stringify({ id: ids }) })}`;
}
