import { Pagination, useListContext, type PaginationProps } from 'react-admin';
import { useWritten } from '../fields/useWritten.ts';
import { useText } from '../i18n/useText.ts';
import { ListPages } from './ListPages.tsx';

interface Shown {
  from: number;
  to: number;
  count: number;
}

/** The pages of a list; a total that the server stopped counting shows as "10,000+". */
export function CappedPagination() {
  const t = useText();
  const written = useWritten();
  const { meta, error } = useListContext();
  const capped = (meta as { capped?: boolean } | undefined)?.capped === true;
  const label = ({ from, to, count }: Shown) =>
    t(capped ? 'list.rangeCapped' : 'list.range', {
      from,
      to,
      total: capped ? count - 1 : count,
    });
  if (error) return null;
  // Pagination hands every property on to MUI's; its types name only some of them.
  const props = {
    rowsPerPageOptions: [10, 25, 50, 100].map((value) => ({ value, label: written.count(value) })),
    labelDisplayedRows: label,
  } as PaginationProps;
  return <Pagination actions={ListPages} {...props} />;
}
