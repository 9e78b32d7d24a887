import { CacheProvider } from '@emotion/react';
import { ThemeProvider, type Theme } from '@mui/material';
import { lazy, type ReactNode, Suspense } from 'react';
import { useI18nProvider } from 'react-admin';
import { directionOf } from '../i18n/languages.ts';
import { createStyleCache } from './style-cache.ts';

const leftToRight = createStyleCache({ key: 'c' });
const mirrored = (theme: Theme): Theme => ({ ...theme, direction: 'rtl' });

/** What turns the styles round is brought to those who read that way. */
const RightToLeft = lazy(async () => ({ default: (await import('./RightToLeft.tsx')).RightToLeft }));

/** Lays everything out in the direction of the language. */
export function Directed({ children }: { children: ReactNode }) {
  const language = useI18nProvider().getLocale();
  if (directionOf(language) === 'ltr') return <CacheProvider value={leftToRight}>{children}</CacheProvider>;
  return (
    <Suspense fallback={null}>
      <RightToLeft>
        <ThemeProvider theme={mirrored}>{children}</ThemeProvider>
      </RightToLeft>
    </Suspense>
  );
}
