import InboxIcon from '@mui/icons-material/InboxOutlined';
import { Button, Stack, Typography } from '@mui/material';
import { useResourceContext } from 'react-admin';
import { useLabel, useText } from '../i18n/useText.ts';
import { useClearFilters } from './useClearFilters.ts';

/** A list without rows says why: because of the filters, which one press clears, or because there is nothing yet. */
export function EmptyState() {
  const t = useText();
  const label = useLabel();
  const resource = useResourceContext();
  const { filtered, clear } = useClearFilters();
  return (
    <Stack sx={{ alignItems: 'center', p: 5, color: 'text.secondary' }} spacing={1} role="status">
      <InboxIcon fontSize="large" aria-hidden />
      <Typography>{filtered ? t('list.noMatch') : label('empty', resource) || t('list.nothing')}</Typography>
      {filtered && (
        <Button variant="outlined" onClick={clear}>
          {t('list.clearFilters')}
        </Button>
      )}
    </Stack>
  );
}
