import rtlPlugin from '@mui/stylis-plugin-rtl';
import { prefixer } from 'stylis';
import { createStyleCache } from './style-cache.ts';

/** Left and right exchanged in all styles. */
export const rightToLeft = createStyleCache({ key: 'r', stylisPlugins: [prefixer, rtlPlugin] });
