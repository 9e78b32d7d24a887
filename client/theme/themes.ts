import type { RaThemeOptions } from 'react-admin';
import { components } from './components.ts';
import { darkPalette, lightPalette } from './palettes.ts';
import { typography } from './typography.ts';

const base = { typography, components, shape: { borderRadius: 6 }, sidebar: { width: 208, closedWidth: 52 } };

export const lightTheme: RaThemeOptions = { ...base, palette: lightPalette };
export const darkTheme: RaThemeOptions = { ...base, palette: darkPalette };
