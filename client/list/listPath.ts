import type { Resource } from '#contract/policy';

/** The address of a list with a filter; `shown` are the fields of it that stand as inputs above the list. */
export function listPath(resource: Resource, filter: object, shown: readonly string[] = Object.keys(filter)): string {
  const query = new URLSearchParams({ filter: JSON.stringify(filter) });
  if (shown.length > 0) query.set('displayedFilters', JSON.stringify(Object.fromEntries(shown.map((field) => [field, true]))));
  return `/${resource}?${query}`;
}
