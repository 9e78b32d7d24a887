import { CssBaseline } from '@mui/material';
import type { ReactNode } from 'react';
import { CoreAdminUI, LoadingPage, Notification } from 'react-admin';
import { SignIn } from '../auth/SignIn.tsx';
import { Home } from '../home/index.ts';
import { Layout } from './Layout.tsx';
import { NoSuchPage } from './NoSuchPage.tsx';
import { NotAllowed } from './NotAllowed.tsx';

/** react-admin's shell with our own parts only: its default layout and sign-in page would weigh on the first load. */
export function ConsoleUI({ children }: { children: ReactNode }) {
  return (
    <CssBaseline enableColorScheme>
      <CoreAdminUI
        title="Affiliate operations"
        layout={Layout}
        loginPage={SignIn}
        dashboard={Home}
        loading={LoadingPage}
        accessDenied={NotAllowed}
        catchAll={NoSuchPage}
        requireAuth
        disableTelemetry
      >
        {children}
      </CoreAdminUI>
      <Notification />
    </CssBaseline>
  );
}
