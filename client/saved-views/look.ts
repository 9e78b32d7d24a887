import type { Density, SavedViewRow } from '#contract/saved-views';
import { sameFilter } from '../list/sameFilter.ts';

/** What is asked of a list and how it is shown: what a view keeps. */
export interface Look {
  filter: Record<string, unknown>;
  sort: [field: string, direction: 'ASC' | 'DESC'];
  hidden: string[];
  density: Density;
}

const sameColumns = (one: readonly string[], other: readonly string[]) => [...one].sort().join() === [...other].sort().join();

/** Whether two looks show the same. */
export function sameLook(one: Look, other: Look): boolean {
  return (
    sameFilter(one.filter, other.filter) &&
    one.sort.join() === other.sort.join() &&
    sameColumns(one.hidden, other.hidden) &&
    one.density === other.density
  );
}

/** The list's own address with a look in it, as react-admin reads it. */
export function questionOf({ filter, sort }: Look, perPage: number): string {
  const shown = Object.fromEntries(Object.keys(filter).map((field) => [field, true]));
  return new URLSearchParams({
    displayedFilters: JSON.stringify(shown),
    filter: JSON.stringify(filter),
    sort: sort[0],
    order: sort[1],
    page: '1',
    perPage: String(perPage),
  }).toString();
}

/** The address of a view, for a colleague. */
export function addressOf({ id, resource }: Pick<SavedViewRow, 'id' | 'resource'>): string {
  return `${window.location.origin}${window.location.pathname}#/${resource}?view=${id}`;
}
