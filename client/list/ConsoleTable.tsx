import { Children, isValidElement, type ReactNode, useContext, useEffect, useState } from 'react';
import {
  BulkActionsToolbar,
  DataTable,
  DataTableBody,
  ListContextProvider,
  useListContext,
  useResourceContext,
  type RaRecord,
  type RowClickFunction,
} from 'react-admin';
import { useDensity } from '../saved-views/useLook.ts';
import { AccessibleRow } from './AccessibleRow.tsx';
import { ColumnsContext } from './columns.ts';
import { EmptyState } from './EmptyState.tsx';
import { HoldRows } from './hold-rows.ts';
import { useChooseAll } from './useChooseAll.ts';
import { useUnselectDecided } from './useUnselectDecided.ts';

interface ConsoleTableProps {
  children: ReactNode;
  rowClick?: string | RowClickFunction | false;
  /** Buttons for the chosen rows; without them rows have no checkbox. */
  bulk?: ReactNode;
  isRowSelectable?: (row: RaRecord) => boolean;
  hiddenColumns?: string[];
}

function Body({ children }: { children?: ReactNode }) {
  return <DataTableBody row={AccessibleRow}>{children}</DataTableBody>;
}

/** A dense table of rows. */
export function ConsoleTable({ children, rowClick = 'show', bulk, isRowSelectable, hiddenColumns }: ConsoleTableProps) {
  useTellColumns(children, hiddenColumns);
  const [density] = useDensity(useResourceContext() ?? '');
  useUnselectDecided(bulk ? isRowSelectable : undefined);
  useChooseAll(Boolean(bulk), isRowSelectable);
  const list = useListContext();
  const [held, setHeld] = useState<Pick<typeof list, 'data' | 'total'> | null>(null);
  const hold = (on: boolean) => setHeld(on ? { data: list.data, total: list.total } : null);
  return (
    <HoldRows value={hold}>
      <ListContextProvider value={(held ? { ...list, ...held } : list) as typeof list}>
        <DataTable
          body={Body}
          size={density === 'roomy' ? 'medium' : 'small'}
          rowClick={rowClick}
          empty={<EmptyState />}
          bulkActionButtons={bulk ? <>{bulk}</> : false}
          {...(bulk ? { bulkActionsToolbar: <BulkActionsToolbar selectAllButton={false}>{bulk}</BulkActionsToolbar> } : {})}
          {...(isRowSelectable ? { isRowSelectable } : {})}
          {...(hiddenColumns ? { hiddenColumns } : {})}
          sx={{
            '& .RaDataTable-tableWrapper': { overflowX: 'auto' },
            // Folded away it would still take the focus.
            '& .RaBulkActionsToolbar-collapsed': { visibility: 'hidden' },
            '& td, & th': { px: '7px' },
            // As small as those of the rows.
            '& th.MuiTableCell-paddingCheckbox .MuiSvgIcon-root': { fontSize: '1.25rem' },
            '& td': { whiteSpace: 'nowrap' },
            '& td.prose': { whiteSpace: 'normal', minWidth: 180 },
          }}
        >
          {children}
        </DataTable>
      </ListContextProvider>
    </HoldRows>
  );
}

/** Tells the list which columns there are, so that its tools can offer them. */
function useTellColumns(children: ReactNode, hiddenColumns: readonly string[] = []): void {
  const { setColumns } = useContext(ColumnsContext);
  const sources = Children.toArray(children).flatMap((column) =>
    isValidElement<{ source?: string }>(column) && column.props.source ? [column.props.source] : [],
  );
  const [known, hidden] = [sources.join(), hiddenColumns.join()];
  useEffect(() => {
    setColumns({ sources: known ? known.split(',') : [], hidden: hidden ? hidden.split(',') : [] });
  }, [known, hidden, setColumns]);
}
