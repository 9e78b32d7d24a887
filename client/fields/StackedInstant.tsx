import { Box } from '@mui/material';
import { InstantField } from './InstantField.tsx';

/** An instant in two lines, the day above the time: for tables that have to fit their window. */
export function StackedInstant({ at }: { at: string | null | undefined }) {
  return (
    <Box sx={{ whiteSpace: 'normal', maxWidth: 112 }}>
      <InstantField at={at} short />
    </Box>
  );
}
