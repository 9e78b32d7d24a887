/** The list of those who take part in a campaign by joining, now. */
export function joinsOf(campaignId: string): string {
  return `/campaign-joins?${new URLSearchParams({
    filter: JSON.stringify({ campaign_id: campaignId, current: true }),
    displayedFilters: JSON.stringify({ campaign_id: true, current: true }),
  })}`;
}
