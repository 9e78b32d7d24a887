import { Box } from '@mui/material';
import { lazy, type ReactNode, Suspense } from 'react';
import { Loading } from 'react-admin';
import { useLanguageOfReader } from '../i18n/useLanguageOfReader.ts';
import { GlobalShortcuts } from '../keyboard/GlobalShortcuts.tsx';
import { useLiveRefresh } from '../live/useLive.ts';
import { Navigation } from './Navigation.tsx';
import { PageErrors } from './PageErrors.tsx';
import { PageTitle } from './PageTitle.tsx';
import { SkipLink } from './SkipLink.tsx';
import { TopBar } from './TopBar.tsx';
import { useFocusOnNavigation } from './useFocusOnNavigation.ts';

const StopBanner = lazy(async () => ({ default: (await import('../payouts/StopBanner.tsx')).StopBanner }));

/** The frame of every page: banner, navigation, main, each a landmark of its own. */
export function Layout({ children }: { children: ReactNode }) {
  useFocusOnNavigation();
  useLanguageOfReader();
  useLiveRefresh();
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: '100vh', bgcolor: 'background.default' }}>
      <SkipLink />
      <TopBar />
      <Box sx={{ display: 'flex', flex: 1, minWidth: 0 }}>
        <Navigation />
        <Box
          component="main"
          id="main-content"
          tabIndex={-1}
          sx={{ flex: 1, minWidth: 0, px: { xs: 1.5, md: 3 }, py: 2 }}
        >
          <PageTitle />
          <PageErrors>
            <Suspense fallback={null}>
              <StopBanner />
            </Suspense>
            <Suspense fallback={<Loading />}>{children}</Suspense>
          </PageErrors>
        </Box>
      </Box>
      <GlobalShortcuts />
    </Box>
  );
}
