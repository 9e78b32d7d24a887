import { Box } from '@mui/material';

/** A text that somebody else wrote, as it is: its lines and spaces kept, its direction its own, never read as markup. */
export function PlainText({ text, label }: { text: string; label: string }) {
  return (
    <Box
      role="group"
      aria-label={label}
      tabIndex={0}
      dir="auto"
      sx={{
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        unicodeBidi: 'isolate',
        maxHeight: 360,
        overflowY: 'auto',
        p: 1.5,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
      }}
    >
      {text}
    </Box>
  );
}
