import { type ReactElement, type ReactNode, useMemo, useState } from 'react';
import { List, type SortPayload } from 'react-admin';
import type { Resource } from '#contract/policy';
import { SavedViews } from '../saved-views/SavedViews.tsx';
import { ColumnsContext, noColumns } from './columns.ts';
import { ListError } from './ListError.tsx';
import { ListTools } from './ListTools.tsx';
import { CappedPagination } from './CappedPagination.tsx';
import type { Preset } from './preset.ts';
import { SearchContext, useSearchText } from './search-text.ts';

interface ConsoleListProps {
  resource: Resource;
  children: ReactNode;
  filters?: ReactElement[];
  sort?: SortPayload;
  /** Ready filters, offered above the table beside those that the reader has saved. */
  presets?: readonly Preset[];
  /** The filter that the list opens with. */
  startWith?: Record<string, unknown>;
  /** Fixed conditions, of a list that stands within another page. */
  only?: Record<string, unknown>;
  tools?: ReactNode;
  /** Standing within another page: it has no title and leaves the address alone. */
  within?: boolean;
  /** Without tools: neither columns to choose nor an export. */
  bare?: boolean;
  poll?: number;
}

/** ListError stands where the rows would be; a message that fades away beside it says nothing more. */
function shownInPlace(): void {}

/**
 * A list of the console: pages of 25, filters in the address but for the search, errors where the rows would be. What
 * is filtered or chosen is not kept in the browser's store: it may hold what belongs to one person.
 */
export function ConsoleList(props: ConsoleListProps) {
  const {
    resource,
    children,
    filters,
    sort,
    presets,
    startWith,
    only,
    tools,
    within = false,
    bare = false,
    poll,
  } = props;
  const [columns, setColumns] = useState(noColumns);
  const content = useMemo(() => ({ columns, setColumns }), [columns]);
  const searching = useSearchText(resource);
  const q = searching.text.trim();
  return (
    <ColumnsContext value={content}>
      <SearchContext value={searching}>
        <List
          resource={resource}
          {...(filters ? { filters } : {})}
          {...(sort ? { sort } : {})}
          {...(startWith ? { filterDefaultValues: startWith } : {})}
          filter={{ ...only, ...(q ? { q } : {}) }}
          {...(within ? { title: false as const, disableSyncWithLocation: true } : {})}
          queryOptions={{ onError: shownInPlace, ...(poll ? { refetchInterval: poll } : {}) }}
          actions={bare ? false : <ListTools extra={tools} />}
          exporter={false}
          perPage={25}
          pagination={<CappedPagination />}
          empty={false}
          error={<ListError />}
          storeKey={false}
          sx={{ '& .RaList-main': { minWidth: 0 } }}
        >
          {(filters || presets) && !within ? <SavedViews presets={presets ?? []} sort={sort} /> : null}
          {children}
        </List>
      </SearchContext>
    </ColumnsContext>
  );
}
