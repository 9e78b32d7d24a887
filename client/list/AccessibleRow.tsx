import { Checkbox, TableCell, TableRow, type TableRowProps } from '@mui/material';
import { type ComponentType, type MouseEvent, useId } from 'react';
import {
  useDataTableCallbacksContext,
  useDataTableConfigContext,
  useDataTableSelectedIdsContext,
  useGetPathForRecordCallback,
  useNavigate,
  useRecordContext,
  useResourceContext,
} from 'react-admin';
import { useText } from '../i18n/useText.ts';

/**
 * A row whose checkbox has its name on the input: react-admin 5.15 puts it on a span, where nothing reads it. Pressing
 * the row opens it; by keyboard the link in its first cell does.
 */
function Row({ children, className, sx }: TableRowProps) {
  const t = useText();
  const record = useRecordContext();
  const id = useId();
  const open = useOpenRow();
  const { hasBulkActions } = useDataTableConfigContext();
  const { handleToggleItem, isRowSelectable } = useDataTableCallbacksContext();
  const selected = useDataTableSelectedIdsContext()?.includes(record?.id ?? '') ?? false;
  if (!record) return null;
  const selectable = !isRowSelectable || isRowSelectable(record);
  const toggle = (event: MouseEvent<HTMLButtonElement>) => {
    event.stopPropagation();
    handleToggleItem?.(record.id, event as unknown as MouseEvent<HTMLInputElement>);
  };
  return (
    <TableRow
      className={className ?? ''}
      hover
      selected={selected}
      onClick={open ?? undefined}
      sx={{ ...(sx as object), ...(open ? { cursor: 'pointer' } : {}) }}
    >
      {hasBulkActions && (
        <TableCell padding="checkbox">
          <Checkbox
            id={id}
            size="small"
            checked={selectable && selected}
            disabled={!selectable}
            onClick={toggle}
            readOnly
            slotProps={{ input: { 'aria-label': t('list.selectRow', { id: String(record.id) }) } }}
          />
        </TableCell>
      )}
      {children}
    </TableRow>
  );
}

function useOpenRow(): (() => void) | null {
  const record = useRecordContext();
  const resource = useResourceContext() ?? '';
  const { rowClick } = useDataTableCallbacksContext();
  const getPath = useGetPathForRecordCallback();
  const navigate = useNavigate();
  if (!record || rowClick === false) return null;
  return async () => {
    const asked = typeof rowClick === 'function' ? await rowClick(record.id, resource, record) : rowClick;
    const path = await getPath({ record, resource, link: asked ?? 'show' });
    if (typeof path === 'string' && path) navigate(path);
  };
}

/** What DataTableBody takes for a row. */
export const AccessibleRow = Row as ComponentType;
