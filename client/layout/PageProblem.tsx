import { Alert } from '@mui/material';
import { Title } from 'react-admin';
import { codeOf } from '../api/http.ts';
import { useErrorText, useText } from '../i18n/useText.ts';
import { NotAllowed } from './NotAllowed.tsx';

/** In place of a page that could not be read: why not. */
export function PageProblem({ error }: { error: unknown }) {
  const t = useText();
  const errorText = useErrorText();
  if (codeOf(error) === 'forbidden') return <NotAllowed />;
  return (
    <>
      <Title title={t('app.problem')} />
      <Alert severity="error">{errorText(error)}</Alert>
    </>
  );
}
