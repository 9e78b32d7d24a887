import SearchIcon from '@mui/icons-material/Search';
import { InputAdornment } from '@mui/material';
import { useContext, useEffect, useState } from 'react';
import { ResettableTextField, useListContext, useTranslate } from 'react-admin';
import { SearchContext } from './search-text.ts';

const PAUSE_MS = 400;

/** What react-admin's form of filters asks of each of its fields. */
interface SearchFilterProps {
  source: 'q';
  alwaysOn: true;
}

/** The list's own search, which leaves the address alone. */
export function SearchFilter({ source }: SearchFilterProps) {
  const translate = useTranslate();
  const [typed, change] = useTyped();
  useSearchOfAddress();
  const name = translate('ra.action.search');
  return (
    <ResettableTextField
      name={source}
      hiddenLabel
      placeholder={name}
      size="small"
      margin="dense"
      resettable
      clearAlwaysVisible={false}
      value={typed}
      onChange={(event) => change(typeof event === 'string' ? event : event.target.value)}
      slotProps={{
        htmlInput: { 'aria-label': name, autoComplete: 'off', spellCheck: false },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <SearchIcon color="disabled" />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}

/** What stands in the field; it is searched once the typing pauses. */
function useTyped(): [string, (text: string) => void] {
  const { text, search } = useContext(SearchContext);
  const { page, setPage } = useListContext();
  const [typed, setTyped] = useState(text);
  const [searched, setSearched] = useState(text);
  if (searched !== text) {
    setSearched(text);
    setTyped(text);
  }
  useEffect(() => {
    if (typed === text) return undefined;
    const timer = setTimeout(() => {
      search(typed);
      if (page > 1) setPage(1);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  });
  return [typed, setTyped];
}

/** An address with a search in it, as older links have one, is asked without it. */
function useSearchOfAddress(): void {
  const { search } = useContext(SearchContext);
  const { filterValues, displayedFilters, setFilters } = useListContext();
  const { q, ...others } = filterValues as Record<string, unknown>;
  useEffect(() => {
    if (q === undefined) return;
    search(String(q));
    setFilters(others, displayedFilters);
  });
}
