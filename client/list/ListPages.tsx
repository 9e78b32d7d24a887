import { PaginationItem, type PaginationRenderItemParams } from '@mui/material';
import { PaginationActions, type PaginationActionsProps } from 'react-admin';
import { useWritten } from '../fields/useWritten.ts';
import { useText } from '../i18n/useText.ts';

/** The way through the pages, named and numbered in the reader's language. */
export function ListPages(props: PaginationActionsProps) {
  const t = useText();
  const { count } = useWritten();
  // What is not named here reaches MUI's own pages; react-admin's types name only some of it.
  const own = {
    'aria-label': t('list.pages'),
    renderItem: (item: PaginationRenderItemParams) => <PaginationItem {...item} page={item.page === null ? null : count(item.page)} />,
  } as Partial<PaginationActionsProps>;
  return <PaginationActions {...props} {...own} />;
}
