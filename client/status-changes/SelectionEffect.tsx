import { Alert, Box, Typography } from '@mui/material';
import type { StatusChangePreview } from '#contract/status-changes';
import type { SeenEach } from '../decisions/readEach.ts';
import { Facts } from '../fields/Facts.tsx';
import { MoneyList } from '../fields/MoneyList.tsx';
import { useText } from '../i18n/useText.ts';
import { totalsOf } from './previews.ts';

/** What all chosen requests would do together; null: still being found out. */
export function SelectionEffect({ seen }: { seen: SeenEach<StatusChangePreview> | null }) {
  const t = useText();
  if (!seen) {
    return (
      <Typography role="status" sx={{ mb: 1 }}>
        {t('changes.looking')}
      </Typography>
    );
  }
  const sums = totalsOf([...seen.previews.values()]);
  return (
    <Box component="section" aria-label={t('changes.selection')} sx={{ mb: 2 }}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {t('changes.selection')}
      </Typography>
      <Facts
        columns={1}
        facts={[
          { name: t('changes.selected'), value: seen.previews.size },
          { name: t('changes.endedEnrolments'), value: sums.ended },
          {
            name: t('changes.sumReversed'),
            value: (
              <>
                {t('changes.count', { smart_count: sums.reversed })}{' '}
                {sums.reversed > 0 && <MoneyList sums={sums.reversedSums} exact />}
              </>
            ),
          },
          { name: t('changes.sumPaid'), value: <MoneyList sums={sums.paid} exact /> },
          { name: t('changes.sumHeld'), value: <MoneyList sums={sums.held} exact /> },
          { name: t('changes.reviews'), value: sums.reviews },
        ]}
      />
      {seen.missing.length > 0 && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {t('changes.unseen', { smart_count: seen.missing.length })}
        </Alert>
      )}
    </Box>
  );
}
