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
    <TopToolbar sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
      {filters ? <FilterButton disableSaveQuery /> : null}
      <ColumnsMenu />
      {mayExport && <CsvButton />}
      {extra}
    </TopToolbar>
  );
}
