import { Alert, Box, Typography } from '@mui/material';
import { Facts } from '../fields/Facts.tsx';
import { MoneyList } from '../fields/MoneyList.tsx';
import type { Money } from '../api/rows.ts';
import { useText } from '../i18n/useText.ts';
import { byCurrency } from '../status-changes/previews.ts';

interface SelectionSumsProps {
  /** The amounts that would be written; null: still being found out. */
  amounts: readonly Money[] | null;
  /** How many could not be found out. */
  missing?: number;
}

/** What all chosen requests would write together. */
export function SelectionSums({ amounts, missing = 0 }: SelectionSumsProps) {
  const t = useText();
  if (!amounts) {
    return (
      <Typography role="status" sx={{ mb: 1 }}>
        {t('recordRequests.looking')}
      </Typography>
    );
  }
  return (
    <Box component="section" aria-label={t('recordRequests.selection')} sx={{ mb: 2 }}>
      <Facts
        columns={1}
        facts={[
          { name: t('recordRequests.selection'), value: amounts.length },
          { name: t('recordRequests.sum'), value: <MoneyList sums={byCurrency(amounts)} exact /> },
        ]}
      />
      {missing > 0 && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {t('recordRequests.unseen', { smart_count: missing })}
        </Alert>
      )}
    </Box>
  );
}
