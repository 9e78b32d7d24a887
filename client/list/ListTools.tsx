import type { ReactNode } from 'react';
import { FilterButton, TopToolbar, useFilterContext, useResourceContext } from 'react-admin';
import type { Resource } from '#contract/policy';
import { useMay } from '../auth/access.ts';
import { ColumnsMenu } from './ColumnsMenu.tsx';
import { CsvButton } from './CsvButton.tsx';

/** What stands above a list: filters, columns, the export for those who may, and the list's own buttons. */
export function ListTools({ extra }: { extra?: ReactNode }) {
  const resource = useResourceContext() as Resource;
  const filters = useFilterContext();
  const mayExport = useMay(resource, 'export');
  return (
    // It breaks into lines only where it would take more than its share of the row, not to make room for the filters.
    <TopToolbar sx={{ alignItems: 'center', flexWrap: 'wrap', flexShrink: 0, maxWidth: { xs: '100%', sm: '70%' } }}>
      {filters ? <FilterButton disableSaveQuery /> : null}
      <ColumnsMenu />
      {mayExport && <CsvButton />}
      {extra}
    </TopToolbar>
  );
}
