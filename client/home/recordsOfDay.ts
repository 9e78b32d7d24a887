const DAY_MS = 86_400_000;

/** The list of the records whose trade falls on a UTC day; also of those with one reason. */
export function recordsOfDay(day: string, reason?: string): string {
  const from = `${day}T00:00:00.000Z`;
  const filter = {
    executed_at_gte: from,
    executed_at_lt: new Date(Date.parse(from) + DAY_MS).toISOString(),
    ...(reason ? { reason } : {}),
  };
  return `/commissions?${new URLSearchParams({
    filter: JSON.stringify(filter),
    displayedFilters: JSON.stringify(reason ? { reason: true } : {}),
  })}`;
}
