import { Alert } from '@mui/material';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
import { useText } from '../i18n/useText.ts';

interface ApplicationDialogProps {
  verb: 'approve' | 'reject';
  count: number;
  onClose: () => void;
  onDecide: (comment: string | undefined) => Promise<void>;
}

/** Asks why an application is approved or rejected: both need a comment (ENR-6). */
export function ApplicationDialog({ verb, count, onClose, onDecide }: ApplicationDialogProps) {
  const t = useText();
  return (
    <DecisionDialog
      title={t(`applications.ask.${verb}`, { smart_count: count })}
      verb={t(`decisions.verb.${verb}`)}
      grave={verb === 'reject'}
      commentNeeded
      onClose={onClose}
      onDecide={onDecide}
    >
      {verb === 'approve' && (
        <Alert severity="info" sx={{ mb: 1 }}>
          {t('applications.opens')}
        </Alert>
      )}
    </DecisionDialog>
  );
}
