import { List, ListItem, ListItemButton, ListItemText, Paper, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { DemoSignIns as Demo } from '#contract/session';
import { ask } from '../api/http.ts';
import { useLabel, useText } from '../i18n/useText.ts';
import type { Credentials } from './authProvider.ts';

/**
 * In demo mode the server names its demo staff; pressing one fills the form. Elsewhere it answers 404, and nothing
 * shows.
 */
export function DemoSignIns({ onPick }: { onPick: (credentials: Credentials) => void }) {
  const t = useText();
  const label = useLabel();
  const { data } = useQuery({
    queryKey: ['demo-staff'],
    queryFn: async ({ signal }) => (await ask<Demo>('session/demo', { signal })).body,
    retry: false,
    staleTime: Infinity,
  });
  if (!data?.staff.length) return null;
  return (
    <Paper component="section" variant="outlined" aria-labelledby="demo-staff" sx={{ p: 3, width: 320 }}>
      <Typography id="demo-staff" variant="h2">
        {t('signIn.demo')}
      </Typography>
      <Typography color="textSecondary" variant="body2">
        {t('signIn.demoHint')}
      </Typography>
      <List dense>
        {data.staff.map(({ email, role, name }) => (
          <ListItem key={email} disablePadding>
            <ListItemButton onClick={() => onPick({ email, password: data.password })}>
              <ListItemText primary={label('role', role)} secondary={<>{name}<br /><bdi>{email}</bdi></>} />
            </ListItemButton>
          </ListItem>
        ))}
      </List>
    </Paper>
  );
}
