import { Box, Stack } from '@mui/material';
import type { ReactNode } from 'react';

/** The calm page around the sign-in form. */
export function SignInFrame({ children }: { children: ReactNode }) {
  return (
    <Box
      component="main"
      sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', bgcolor: 'background.default', p: 2 }}
    >
      <Stack direction={{ xs: 'column', md: 'row' }} spacing={3} sx={{ alignItems: 'flex-start' }}>
        {children}
      </Stack>
    </Box>
  );
}
