import { Alert, Button } from '@mui/material';
import { useListContext } from 'react-admin';
import { codeOf, detailsOf } from '../api/http.ts';
import { useErrorText, useText } from '../i18n/useText.ts';
import { useClearFilters } from './useClearFilters.ts';

/**
 * Why the rows did not come, in their place; for a question that is too wide, what would bound it. An address may ask for what no filter
 * of the page could take back: one press does.
 */
export function ListError() {
  const t = useText();
  const errorText = useErrorText();
  const { error, refetch } = useListContext();
  const { filtered, clear } = useClearFilters();
  const { days } = detailsOf(error);
  const tooWide = codeOf(error) === 'needs_bound' && typeof days === 'number';
  const action = (
    <>
      {filtered && <Button onClick={clear}>{t('list.clearFilters')}</Button>}
      <Button onClick={() => void refetch()}>{t('list.again')}</Button>
    </>
  );
  return (
    <Alert severity="error" sx={{ m: 2 }} action={action}>
      {tooWide ? t('list.needsBound', { days }) : errorText(error)}
    </Alert>
  );
}
