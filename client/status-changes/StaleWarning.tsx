import { Alert } from '@mui/material';
import type { AffiliateDetail } from '#contract/affiliates';
import { isRestrictionKind, type StatusChangeRow } from '#contract/status-changes';
import { useLabel, useText } from '../i18n/useText.ts';

interface StaleWarningProps {
  change: StatusChangeRow;
  affiliate: AffiliateDetail;
}

/** Before anybody decides: that what was asked about no longer holds (STA-11). The server has the last word. */
export function StaleWarning({ change, affiliate }: StaleWarningProps) {
  const t = useText();
  const label = useLabel();
  const now = holdingNow(change, affiliate);
  const ownFreeze = change.kind === 'freeze' && now === change.to;
  if (change.state !== 'pending' || now === change.from || ownFreeze) return null;
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      {t('changes.stale', { from: label('standing', change.from), now: label('standing', now) || t('changes.notEnrolled') })}
    </Alert>
  );
}

function holdingNow({ kind }: StatusChangeRow, { restriction, account_type, programme, ended_at }: AffiliateDetail) {
  if (isRestrictionKind(kind)) return restriction;
  if (kind === 'account_type') return account_type;
  return ended_at === null ? programme : null;
}
