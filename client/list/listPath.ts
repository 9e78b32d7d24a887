import type { Resource } from '#contract/policy';

/** The address of a list with a filter, whose fields stand open above it. */
export function listPath(resource: Resource, filter: Record<string, unknown>): string {
  const fields = Object.keys(filter).map((name) => [name, true]);
  return `/${resource}?${new URLSearchParams({
    filter: JSON.stringify(filter),
    displayedFilters: JSON.stringify(Object.fromEntries(fields)),
  })}`;
}
