import { CssBaseline } from '@mui/material';
import { lazy, type ReactNode, Suspense } from 'react';
import { CoreAdminUI, LoadingPage, Notification, usePermissions } from 'react-admin';
import type { Role } from '#contract/policy';
import { RoleContext } from '../auth/access.ts';
import { SignIn } from '../auth/SignIn.tsx';
import { useText } from '../i18n/useText.ts';
import { Home } from '../home/index.ts';
import { NoSuchPage } from './NoSuchPage.tsx';
import { NotAllowed } from './NotAllowed.tsx';

const Layout = lazy(async () => ({ default: (await import('./Layout.tsx')).Layout }));

/** The frame, which only those need who are signed in. */
function Frame({ children }: { children: ReactNode }) {
  const { permissions } = usePermissions<Role>();
  return (
    <RoleContext value={permissions ?? null}>
      <Suspense fallback={<LoadingPage />}>
        <Layout>{children}</Layout>
      </Suspense>
    </RoleContext>
  );
}

/** react-admin's shell with our own parts only: its default layout and sign-in page would weigh on the first load. */
export function ConsoleUI({ children }: { children: ReactNode }) {
  const t = useText();
  return (
    <CssBaseline enableColorScheme>
      <CoreAdminUI
        title={t('app.name')}
        layout={Frame}
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
