import type { Components, Theme } from '@mui/material/styles';
import { evenFigures } from './figures.ts';

/** Flat surfaces with a hairline, dense tables, visible focus. */
export const components: Components<Theme> = {
  MuiCssBaseline: {
    styleOverrides: (theme) => ({
      ':focus-visible': { outline: `2px solid ${theme.palette.primary.main}`, outlineOffset: 2 },
      'main:focus, h1:focus': { outline: 'none' },
      // What is read the way it is written, whatever stands around it. A `direction` would be turned round with all else.
      'code, kbd, input[type=email], input[type=url], input[type=password], input[type=number]': { unicodeBidi: 'plaintext' },
      '@media (prefers-reduced-motion: reduce)': {
        '*, *::before, *::after': { animationDuration: '0s !important', transitionDuration: '0s !important' },
      },
    }),
  },
  MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiCard: {
    defaultProps: { variant: 'outlined' },
    styleOverrides: { root: { borderRadius: 8 } },
  },
  MuiAppBar: { defaultProps: { elevation: 0, color: 'inherit' } },
  MuiButton: { defaultProps: { disableElevation: true, size: 'small' } },
  MuiTextField: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small', fullWidth: true } },
  MuiFormControl: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small' } },
  MuiInputBase: {
    styleOverrides: {
      input: ({ theme }) => ({ '&::placeholder': { color: theme.palette.text.secondary, opacity: 1 } }),
    },
  },
  // An icon that points somewhere points the other way where one reads from right to left.
  MuiSvgIcon: { styleOverrides: { root: { '[dir=rtl] &.points': { transform: 'scaleX(-1)' } } } },
  MuiTableCell: {
    styleOverrides: {
      // Figures stand to the right in either direction, as they are written from left to right everywhere.
      alignRight: ({ theme }) =>
        theme.direction === 'rtl' ? { textAlign: 'start', flexDirection: 'row', ...evenFigures(theme) } : {},
      // Persian figures of one width stand far apart: only where their places are compared.
      root: ({ theme }) => ({
        borderColor: theme.palette.divider,
        ...(theme.direction === 'rtl' ? {} : { fontVariantNumeric: 'tabular-nums' }),
      }),
      sizeSmall: {
        padding: '5px 9px',
        '&.MuiTableCell-paddingCheckbox': { padding: '0 6px', verticalAlign: 'middle' },
      },
      head: ({ theme }) => ({ color: theme.palette.text.secondary, fontWeight: 500, verticalAlign: 'bottom' }),
    },
  },
  // A chosen row under the pointer would be too light a ground for its small letters.
  MuiTableRow: { styleOverrides: { root: ({ theme }) => ({ '&.Mui-selected:hover': { backgroundColor: theme.palette.action.selected } }) } },
  // The arrow of a column that is not sorted by takes no room: under the pointer it stands between the columns.
  MuiTableSortLabel: {
    styleOverrides: {
      root: {
        minHeight: 24,
        position: 'relative',
        verticalAlign: 'bottom',
        '&:not(.Mui-active) .MuiTableSortLabel-icon': { position: 'absolute', insetInlineStart: '100%', margin: 0 },
        '[dir=ltr] .MuiTableCell-alignRight &:not(.Mui-active) .MuiTableSortLabel-icon': {
          insetInlineStart: 'auto',
          insetInlineEnd: '100%',
        },
        // Behind the last heading it would be outside of the table, which then scrolls.
        '.MuiTableCell-root:last-of-type &:not(.Mui-active) .MuiTableSortLabel-icon': {
          insetInlineStart: 'auto',
          insetInlineEnd: '100%',
        },
      },
    },
  },
  MuiChip: { defaultProps: { size: 'small', variant: 'outlined' }, styleOverrides: { root: { borderRadius: 6 } } },
  MuiTooltip: {
    defaultProps: { enterDelay: 300, describeChild: true },
    styleOverrides: { tooltip: { fontSize: '0.8rem', maxWidth: 420 } },
  },
  // A wheel that turns says nothing of its own: what is awaited is said in words beside it, or is there soon.
  MuiCircularProgress: { defaultProps: { 'aria-hidden': true } },
  MuiLink: { defaultProps: { underline: 'hover' } },
  // In running text a link is told from the words around it by more than its colour.
  MuiAlert: { defaultProps: { variant: 'outlined' }, styleOverrides: { message: { '& a': { textDecoration: 'underline' } } } },
};
