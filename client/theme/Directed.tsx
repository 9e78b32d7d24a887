import { CacheProvider, type EmotionCache } from '@emotion/react';
import { ThemeProvider, type Theme } from '@mui/material';
import type { ReactNode } from 'react';
import type { Direction } from '../i18n/languages.ts';
import { createStyleCache } from './style-cache.ts';

const leftToRight = createStyleCache({ key: 'c' });

/** The styles for a direction; what turns them round is brought to those who read that way. */
export async function bringStyles(direction: Direction): Promise<EmotionCache> {
  return direction === 'rtl' ? (await import('./right-to-left.ts')).rightToLeft : leftToRight;
}

const themes: Record<Direction, (theme: Theme) => Theme> = {
  ltr: (theme) => theme,
  rtl: (theme) => ({ ...theme, direction: 'rtl' }),
};

interface DirectedProps {
  direction: Direction;
  /** Those for the direction. */
  styles: EmotionCache;
  children: ReactNode;
}

/** Lays everything out in a direction: one tree for both, so that what is typed outlives a turn. */
export function Directed({ direction, styles, children }: DirectedProps) {
  return (
    <CacheProvider value={styles}>
      <ThemeProvider theme={themes[direction]}>{children}</ThemeProvider>
    </CacheProvider>
  );
}
