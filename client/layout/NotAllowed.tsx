import { Alert, Button } from '@mui/material';
import { LinkBase, Title } from 'react-admin';
import { useText } from '../i18n/useText.ts';

/** A page that the reader's role may not see. */
export function NotAllowed() {
  const t = useText();
  return (
    <>
      <Title title={t('app.notAllowed')} />
      <Alert
        severity="warning"
        action={
          <Button component={LinkBase} to="/">
            {t('area.home')}
          </Button>
        }
      >
        {t('app.notAllowedHint')}
      </Alert>
    </>
  );
}
