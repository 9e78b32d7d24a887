import { Box, useTheme } from '@mui/material';
import type { TextKey } from '../i18n/catalogue.ts';
import { useText } from '../i18n/useText.ts';
import { layKeys } from './keys.ts';

const names: Record<string, TextKey> = {
  mod: 'shortcuts.key.mod',
  enter: 'shortcuts.key.enter',
  arrowleft: 'shortcuts.key.left',
  arrowright: 'shortcuts.key.right',
};

/** Keys as they stand on a keyboard. */
export function KeyCaps({ keys }: { keys: string }) {
  const t = useText();
  const { direction } = useTheme();
  return (
    <Box component="span" dir="ltr" sx={{ display: 'inline-flex', gap: 0.5 }}>
      {layKeys(keys, direction).split(/[ +]/).map((key) => (
        <Box
          key={key}
          component="kbd"
          sx={{
            border: '1px solid currentColor',
            borderRadius: 1,
            px: 0.75,
            fontFamily: 'inherit',
            fontSize: '0.8em',
            lineHeight: 1.5,
            opacity: 0.8,
          }}
        >
          {names[key] ? t(names[key]) : key.toUpperCase()}
        </Box>
      ))}
    </Box>
  );
}
