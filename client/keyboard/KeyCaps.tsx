import { Box } from '@mui/material';

const names: Record<string, string> = { mod: 'Ctrl', enter: 'Enter', arrowleft: 'Left', arrowright: 'Right' };

/** Keys as they stand on a keyboard. */
export function KeyCaps({ keys }: { keys: string }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.5 }}>
      {keys.split(/[ +]/).map((key) => (
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
          {names[key] ?? key.toUpperCase()}
        </Box>
      ))}
    </Box>
  );
}
