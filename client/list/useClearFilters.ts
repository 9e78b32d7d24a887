import { useContext } from 'react';
import { useListContext } from 'react-admin';
import { SearchContext } from './search-text.ts';

/** Whether anything narrows the list, and how to take all of it back. */
export function useClearFilters(): { filtered: boolean; clear: () => void } {
  const { filterValues, setFilters } = useListContext();
  const { text, search } = useContext(SearchContext);
  return {
    filtered: text.trim() !== '' || Object.keys((filterValues as object | undefined) ?? {}).length > 0,
    clear: () => {
      search('');
      setFilters({}, {});
    },
  };
}
