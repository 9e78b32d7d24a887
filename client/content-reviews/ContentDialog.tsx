import { Box, Typography } from '@mui/material';
import { useState } from 'react';
import { contentReasonCodes, type ContentReasonCode } from '#contract/content-reviews';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
import { Choice } from '../fields/Choice.tsx';
import { useLabel, useText } from '../i18n/useText.ts';

/** What a decision on content says. */
export interface ContentDecisionBody {
  comment?: string | undefined;
  reason_code?: ContentReasonCode;
}

interface ContentDialogProps {
  verb: 'approve' | 'reject';
  count: number;
  onClose: () => void;
  onDecide: (body: ContentDecisionBody) => Promise<void>;
}

/** Asks why: a rejection names one reason of the catalogue, which is issued, and a comment, which is not (CAM-5). */
export function ContentDialog({ verb, count, onClose, onDecide }: ContentDialogProps) {
  const t = useText();
  const label = useLabel();
  const [reason, setReason] = useState<ContentReasonCode | ''>('');
  const rejects = verb === 'reject';
  return (
    <DecisionDialog
      title={t(`content.ask.${verb}`, { smart_count: count })}
      verb={t(`decisions.verb.${verb}`)}
      grave={rejects}
      commentNeeded={rejects}
      ready={!rejects || reason !== ''}
      onClose={onClose}
      onDecide={(comment) => onDecide({ comment, ...(reason ? { reason_code: reason } : {}) })}
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
    </DecisionDialog>
  );
}
