import { Alert } from '@mui/material';
import type { DecidingMany } from '../decisions/BulkRequests.tsx';
import { RequestDialog } from '../decisions/RequestDialog.tsx';
import { useText } from '../i18n/useText.ts';

/** Asks why applications are approved or rejected: both need a comment (ENR-6). */
export function ApplicationDialog({ count, ...deciding }: DecidingMany) {
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
