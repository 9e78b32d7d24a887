import { useContext } from 'react';
import { useListContext, useLocation, useNavigate, useStore } from 'react-admin';
import type { Density } from '#contract/saved-views';
import type { Resource } from '#contract/policy';
import { useFields } from '../auth/access.ts';
import { ColumnsContext } from '../list/columns.ts';
import { SearchContext } from '../list/search-text.ts';
import { questionOf, type Look } from './look.ts';

/** How tall the rows of a list are, in this browser. */
export function useDensity(resource: string): [Density, (density: Density) => void] {
  return useStore<Density>(`${resource}.density`, 'dense');
}

/** The look of the list around it now, what it is unless somebody changes it, and taking on another. */
export function useLook(): { look: Look; usual: Omit<Look, 'filter' | 'sort'>; take: (look: Look, replace?: boolean) => void } {
  const { resource, filterValues, sort, perPage } = useListContext();
  const { readable } = useFields(resource as Resource);
  const { columns } = useContext(ColumnsContext);
  const { search } = useContext(SearchContext);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [hidden, setHidden] = useStore<string[]>(`${resource}.datatable`, [...columns.hidden]);
  const [density, setDensity] = useDensity(resource);
  const known = (sources: readonly string[]) => sources.filter((source) => readable.includes(source));
  function take(look: Look, replace = false) {
    search('');
    setHidden([...look.hidden]);
    setDensity(look.density);
    navigate(`${pathname}?${questionOf(look, perPage)}`, { replace });
  }
  return {
    look: { filter: filterValues as Record<string, unknown>, sort: [sort.field, sort.order], hidden: known(hidden), density },
    usual: { hidden: known(columns.hidden), density: 'dense' },
    take,
  };
}
