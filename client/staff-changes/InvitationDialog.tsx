import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { CopyButton } from '../fields/CopyButton.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { useText } from '../i18n/useText.ts';
import type { Invitation } from './DecideStaffChange.tsx';

interface InvitationDialogProps {
  email: string;
  invitation: Invitation;
  onClose: () => void;
}

/** The one-time token of a new member: shown here and never again, so that only its button closes this. */
export function InvitationDialog({ email, invitation: { token, expires_at }, onClose }: InvitationDialogProps) {
  const t = useText();
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby="invitation">
      <DialogTitle id="invitation">{t('staff.invitation', { email })}</DialogTitle>
      <DialogContent>
        <Alert severity="warning" sx={{ mb: 2 }}>
          {t('staff.once')}
        </Alert>
        <Typography sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}>
          {token}
          <CopyButton text={token} label={t('staff.copyToken')} />
        </Typography>
        <Typography color="textSecondary" sx={{ mt: 1 }}>
          {t('staff.until')} <InstantField at={expires_at} />
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" autoFocus onClick={onClose}>
          {t('decisions.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
