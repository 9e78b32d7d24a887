import { Box, Paper, Typography } from '@mui/material';
import { useLabel, useText } from '../i18n/useText.ts';
import type { Found } from './places.ts';

interface OmniboxResultsProps {
  listId: string;
  results: readonly Found[];
  active: number;
  onChoose: (result: Found) => void;
}

/** What was found, each with what it is. */
export function OmniboxResults({ listId, results, active, onChoose }: OmniboxResultsProps) {
  const t = useText();
  const label = useLabel();
  if (results.length === 0) {
    return (
      <Paper variant="outlined" sx={{ p: 2 }} role="status">
        {t('omnibox.nothing')}
      </Paper>
    );
  }
  return (
    <Paper variant="outlined" id={listId} role="listbox" aria-label={t('omnibox.results')} sx={{ py: 0.5 }}>
      {results.map((result, index) => (
        <Box
          key={`${result.kind}:${result.id}`}
          id={`${listId}-${index}`}
          role="option"
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(result)}
          sx={{
            px: 2,
            py: 0.75,
            cursor: 'pointer',
            display: 'flex',
            gap: 2,
            bgcolor: index === active ? 'action.selected' : undefined,
          }}
        >
          <Typography variant="body2" color="textSecondary" sx={{ flex: '0 0 84px' }}>
            {label('searchKind', result.kind)}
          </Typography>
          <Box sx={{ minWidth: 0 }}>
            <Typography variant="body2" noWrap>
              {result.label}
            </Typography>
            <Typography variant="caption" color="textSecondary" noWrap component="div">
              {result.detail}
            </Typography>
          </Box>
        </Box>
      ))}
    </Paper>
  );
}
