import { Alert } from '@mui/material';
import type { CampaignVersionPreview } from '#contract/campaigns';
import type { Deciding } from '../decisions/RequestDecision.tsx';
import { RequestDialog } from '../decisions/RequestDialog.tsx';
import { useAgreed } from '../decisions/useAgreed.ts';
import { useText } from '../i18n/useText.ts';
import { MoneyEffect } from './MoneyEffect.tsx';
import { versionPreviewPath } from './versionPreviewPath.ts';

interface VersionDialogProps extends Deciding {
  id: string;
  /** What is on the screen; null until it is. */
  preview: CampaignVersionPreview | null;
}

/** Asks why a change of a campaign is approved, rejected or taken back; an approval names what it does to money (CAM-3). */
export function VersionDialog({ id, preview, verb, onClose, onDecide }: VersionDialogProps) {
  const t = useText();
  const { agreed, moved, approving } = useAgreed(preview, versionPreviewPath(id));
  const approves = verb === 'approve';
  return (
    <RequestDialog
      verb={verb}
      title={t(`campaignVersions.ask.${verb}`, { smart_count: 1 })}
      ready={!approves || agreed !== null}
      onClose={onClose}
      onDecide={approves ? approving(onDecide) : onDecide}
    >
      {moved && (
        <Alert severity="warning" sx={{ mb: 1 }}>
          {t('campaignVersions.moved')}
        </Alert>
      )}
      {approves && agreed && <MoneyEffect preview={agreed} pending />}
    </RequestDialog>
  );
}
