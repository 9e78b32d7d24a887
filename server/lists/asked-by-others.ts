import { NOTHING } from './condition.ts';
import type { ListSource } from './source.ts';

/** The filter of a queue by who did not ask: `{"not_requested_by":"me@…"}` leaves what another person may decide. */
export function askedByOthers(column: string): NonNullable<ListSource['extraFilters']> {
  return { not_requested_by: (value, bind) => (value === null ? NOTHING : `${column} <> ${bind(String(value))}`) };
}
