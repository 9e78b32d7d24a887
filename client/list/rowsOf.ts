/** The address of a list with a filter; `shown` are the fields of it that stand as inputs above the list. */
export function rowsOf(resource: string, filter: object, shown: readonly string[] = []): string {
  const query = new URLSearchParams({ filter: JSON.stringify(filter) });
  if (shown.length > 0) query.set('displayedFilters', JSON.stringify(Object.fromEntries(shown.map((field) => [field, true]))));
  return `/${resource}?${query}`;
}
