import { Box } from '@mui/material';

interface ClampedProps {
  text: string | null | undefined;
  lines?: number;
  /** At most so many pixels wide, and at least. */
  width?: number;
  least?: number;
}

/** The beginning of a longer text, in so many lines of a table; as text, whatever is in it. */
export function Clamped({ text, lines = 2, width = 220, least = 0 }: ClampedProps) {
  if (!text) return <span>–</span>;
  return (
    <Box
      sx={{
        display: '-webkit-box',
        WebkitBoxOrient: 'vertical',
        WebkitLineClamp: lines,
        overflow: 'hidden',
        whiteSpace: 'normal',
        overflowWrap: 'anywhere',
        minWidth: least,
        maxWidth: width,
        unicodeBidi: 'isolate',
      }}
    >
      {text}
    </Box>
  );
}
