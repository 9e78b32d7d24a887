import { Alert, Button } from '@mui/material';
import { useListContext } from 'react-admin';
import { codeOf, detailsOf } from '../api/http.ts';
import { useErrorText, useText } from '../i18n/useText.ts';

/** Why the rows did not come, in their place; for a question that is too wide, what would bound it. */
export function ListError() {
  const t = useText();
  const errorText = useErrorText();
  const { error, refetch } = useListContext();
  const { days } = detailsOf(error);
  const tooWide = codeOf(error) === 'needs_bound' && typeof days === 'number';
  return (
    <Alert severity="error" sx={{ m: 2 }} action={<Button onClick={() => void refetch()}>{t('list.again')}</Button>}>
      {tooWide ? t('list.needsBound', { days }) : errorText(error)}
    </Alert>
  );
}
