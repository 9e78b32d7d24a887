import { Box, Typography } from '@mui/material';
import { useState } from 'react';
import { contentReasonCodes, type ContentReasonCode } from '#contract/content-reviews';
import type { DecidingMany } from '../decisions/BulkRequests.tsx';
import { RequestDialog } from '../decisions/RequestDialog.tsx';
import { Choice } from '../fields/Choice.tsx';
import { useLabel, useText } from '../i18n/useText.ts';

/** Asks why: a rejection names one reason of the catalogue, which is issued, and a comment, which is not (CAM-5). */
export function ContentDialog({ count, ...deciding }: DecidingMany) {
  const t = useText();
  const label = useLabel();
  const [reason, setReason] = useState<ContentReasonCode | ''>('');
  const rejects = deciding.verb === 'reject';
  return (
    <RequestDialog
      {...deciding}
      title={t(`content.ask.${deciding.verb}`, { smart_count: count })}
      ready={!rejects || reason !== ''}
      {...(reason ? { more: { reason_code: reason } } : {})}
    >
      {rejects && (
        <Box sx={{ mb: 1.5 }}>
          <Choice
            label={t('content.reason')}
            value={reason}
            values={contentReasonCodes}
            word={(code) => label('contentReason', code)}
            onChoose={setReason}
          />
          <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
            {t('content.chooseReason')}
          </Typography>
        </Box>
      )}
    </RequestDialog>
  );
}
