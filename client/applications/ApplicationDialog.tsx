import { Alert } from '@mui/material';
import type { Deciding } from '../decisions/RequestDecision.tsx';
import { RequestDialog } from '../decisions/RequestDialog.tsx';
import { useText } from '../i18n/useText.ts';

/** Asks why applications are approved or rejected: both need a comment (ENR-6). */
export function ApplicationDialog({ count, ...deciding }: Deciding<'approve' | 'reject'> & { count: number }) {
  const t = useText();
  return (
    <RequestDialog {...deciding} title={t(`applications.ask.${deciding.verb}`, { smart_count: count })} commentNeeded>
      {deciding.verb === 'approve' && (
        <Alert severity="info" sx={{ mb: 1 }}>
          {t('applications.opens')}
        </Alert>
      )}
    </RequestDialog>
  );
}
