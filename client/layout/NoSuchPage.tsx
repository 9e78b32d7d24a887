import { Alert, Button } from '@mui/material';
import { LinkBase, Title } from 'react-admin';
import { useText } from '../i18n/useText.ts';

/** An address that leads nowhere. */
export function NoSuchPage() {
  const t = useText();
  return (
    <>
      <Title title={t('app.noSuchPage')} />
      <Alert
        severity="warning"
        action={
          <Button component={LinkBase} to="/">
            {t('area.home')}
          </Button>
        }
      >
        {t('app.noSuchPageHint')}
      </Alert>
    </>
  );
}
