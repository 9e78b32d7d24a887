import { Alert, Box } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import type { PayoutRow, ReleasePreview } from '#contract/payouts';
import { useApi, useRead } from '../api/useRead.ts';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
import { useErrorText, useText } from '../i18n/useText.ts';
import { ReleaseEffect } from './ReleaseEffect.tsx';

interface ReleaseDialogProps {
  id: string;
  day: string;
  onClose: () => void;
}

/** Lets a payout go out, with what that does on the screen. After it nothing is taken out any more (PAY-3). */
export function ReleaseDialog({ id, day, onClose }: ReleaseDialogProps) {
  const t = useText();
  const errorText = useErrorText();
  const { data: preview, error } = useRead<ReleasePreview>(`payouts/${encodeURIComponent(id)}/release-preview`);
  const release = useRelease(id);
  const free = preview !== undefined && !preview.own && !preview.stopped;
  async function send(comment: string | undefined) {
    await release(comment);
    onClose();
  }
  return (
    <DecisionDialog
      title={t('payouts.releaseAsk', { day })}
      verb={t('payouts.release')}
      commentNeeded={false}
      ready={free}
      wide
      onClose={onClose}
      onDecide={send}
    >
      <Box component="section" aria-label={t('payouts.releaseNow')} sx={{ mb: 2 }}>
        {error && <Alert severity="error">{errorText(error)}</Alert>}
        {!preview && !error && <span role="status">{t('payouts.looking')}</span>}
        {preview && <ReleaseEffect preview={preview} />}
      </Box>
    </DecisionDialog>
  );
}

/** Releases, says what became of the lines, and has everything read anew that it may have changed. */
function useRelease(id: string) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const queries = useQueryClient();
  return async (comment: string | undefined) => {
    const { line_states } = await api.decide<PayoutRow>('payouts', id, 'release', { comment });
    const count = (state: string) => line_states.find(({ status }) => status === state)?.lines ?? 0;
    notify(t('payouts.releasedDone', { lines: count('released'), withdrawn: count('withdrawn') }), { type: 'success' });
    for (const key of ['read', 'payouts', 'payout-lines']) void queries.invalidateQueries({ queryKey: [key] });
  };
}
