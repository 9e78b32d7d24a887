import type { PaletteOptions } from '@mui/material/styles';

/**
 * Ink on paper: a deep teal for what can be pressed, everything else quiet. All pairs of text and ground are AA or
 * better.
 */
export const lightPalette: PaletteOptions = {
  mode: 'light',
  primary: { main: '#17565b', light: '#3c7d80', dark: '#0e3a3e', contrastText: '#ffffff' },
  secondary: { main: '#7a4a12', contrastText: '#ffffff' },
  success: { main: '#1f6b3a', contrastText: '#ffffff' },
  warning: { main: '#8a5200', contrastText: '#ffffff' },
  error: { main: '#a6272b', contrastText: '#ffffff' },
  info: { main: '#2c5282', contrastText: '#ffffff' },
  background: { default: '#f5f3ee', paper: '#fffdf9' },
  text: { primary: '#1b2426', secondary: '#4f5b5d', disabled: '#757f80' },
  divider: '#ddd8cd',
  action: { hover: 'rgba(23,86,91,0.06)', selected: 'rgba(23,86,91,0.12)' },
};

export const darkPalette: PaletteOptions = {
  mode: 'dark',
  primary: { main: '#86cbc4', light: '#a9dcd6', dark: '#4f9b95', contrastText: '#0b1a1b' },
  secondary: { main: '#e3b475', contrastText: '#1d1304' },
  success: { main: '#7fcf98', contrastText: '#06210f' },
  warning: { main: '#eab464', contrastText: '#241700' },
  error: { main: '#f8b4b0', contrastText: '#2b0606' },
  info: { main: '#9dbfe8', contrastText: '#08182b' },
  background: { default: '#101718', paper: '#182123' },
  text: { primary: '#e6ebe9', secondary: '#b6c1c0', disabled: '#7d8a89' },
  divider: '#2c3739',
  action: { hover: 'rgba(134,203,196,0.08)', selected: 'rgba(134,203,196,0.12)' },
};
