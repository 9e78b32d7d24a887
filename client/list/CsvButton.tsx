import DownloadIcon from '@mui/icons-material/Download';
import { Button } from '@mui/material';
import { useListContext } from 'react-admin';
import { useText } from '../i18n/useText.ts';

/**
 * The server's own export of what the list shows, streamed: however many rows there are, none pass through this page.
 */
export function CsvButton() {
  const t = useText();
  const { resource, filterValues, filter, sort, total } = useListContext();
  const query = new URLSearchParams({
    filter: JSON.stringify({ ...(filterValues as object), ...(filter as object | undefined) }),
    sort: JSON.stringify([sort.field, sort.order]),
  });
  return (
    <Button
      component="a"
      href={`/api/${resource}.csv?${query}`}
      download
      startIcon={<DownloadIcon />}
      disabled={total === 0}
    >
      {t('list.csv')}
    </Button>
  );
}
