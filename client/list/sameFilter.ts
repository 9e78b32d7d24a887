/** Whether two filters ask the same, whatever the order of their fields. */
export function sameFilter(one: Record<string, unknown>, other: Record<string, unknown>): boolean {
  const text = (filter: Record<string, unknown>) =>
    JSON.stringify(Object.entries(filter).sort(([left], [right]) => (left < right ? -1 : 1)));
  return text(one) === text(other);
}
