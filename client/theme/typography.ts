import type { ThemeOptions } from '@mui/material/styles';

const heading = { fontWeight: 600 } as const;

/** Small steps, so that figures and not headlines stand out. Vazirmatn brings the letters that Roboto lacks. */
export const typography: ThemeOptions['typography'] = {
  fontFamily: 'Roboto, Vazirmatn, system-ui, sans-serif',
  fontSize: 13.5,
  h1: { ...heading, fontSize: '1.45rem', lineHeight: 1.3 },
  h2: { ...heading, fontSize: '1.05rem', lineHeight: 1.4 },
  h3: { ...heading, fontSize: '0.92rem', lineHeight: 1.4 },
  h6: { ...heading, fontSize: '1rem' },
  button: { textTransform: 'none', fontWeight: 500 },
};
