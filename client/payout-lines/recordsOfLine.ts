/** The list of the records that a line pays. */
export function recordsOfLine(id: string): string {
  return `/commissions?${new URLSearchParams({
    filter: JSON.stringify({ payout_line_id: id }),
    displayedFilters: JSON.stringify({ payout_line_id: true }),
  })}`;
}
