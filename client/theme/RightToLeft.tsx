import { CacheProvider } from '@emotion/react';
import rtlPlugin from '@mui/stylis-plugin-rtl';
import { prefixer } from 'stylis';
import type { ReactNode } from 'react';
import { createStyleCache } from './style-cache.ts';

const rightToLeft = createStyleCache({ key: 'r', stylisPlugins: [prefixer, rtlPlugin] });

/** Left and right exchanged in all styles. */
export function RightToLeft({ children }: { children: ReactNode }) {
  return <CacheProvider value={rightToLeft}>{children}</CacheProvider>;
}
