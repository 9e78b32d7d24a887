import { Button } from '@mui/material';
import { useText } from '../i18n/useText.ts';

/** The first stop of the keyboard: past the navigation to the content. A button, as the address holds the route. */
export function SkipLink() {
  const t = useText();
  return (
    <Button
      variant="contained"
      onClick={() => document.getElementById('main-content')?.focus()}
      sx={{ position: 'fixed', top: -60, insetInlineStart: 8, zIndex: 'tooltip', '&:focus': { top: 8 } }}
    >
      {t('app.skip')}
    </Button>
  );
}
