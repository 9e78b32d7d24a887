import { Alert, Box, Typography } from '@mui/material';
import { useGetRecordId } from 'react-admin';
import type { ReversalPreview, ReversalRow } from '#contract/reversals';
import { useRead } from '../api/useRead.ts';
import { type Deciding, RequestDecision } from '../decisions/RequestDecision.tsx';
import { RequestDialog } from '../decisions/RequestDialog.tsx';
import { useAgreed } from '../decisions/useAgreed.ts';
import { useErrorText, useText } from '../i18n/useText.ts';
import { reversalPreviewPath } from './recordRequests.ts';
import { RequestPage } from './RequestPage.tsx';
import { ReversalEffect } from './ReversalEffect.tsx';

/** A reversal: what is taken back, and what that does to the affiliate's open sum. */
export function ReversalShow() {
  const id = String(useGetRecordId());
  return (
    <RequestPage
      key={id}
      resource="reversals"
      id={id}
      bar={(request) => <Bar request={request} />}
      effect={(request) => <Effect request={request} />}
    />
  );
}

function Bar({ request }: { request: ReversalRow }) {
  const { data } = useRead<ReversalPreview>(reversalPreviewPath(request.id), { enabled: request.state === 'pending' });
  return (
    <RequestDecision
      resource="reversals"
      request={request}
      dialog={(deciding) => <ReversalDialog request={request} preview={data ?? null} {...deciding} />}
    />
  );
}

interface ReversalDialogProps extends Deciding<'approve' | 'reject'> {
  request: ReversalRow;
  preview: ReversalPreview | null;
}

/** An approval names what was on the screen; where it would come out otherwise by then, that is shown and asked again. */
function ReversalDialog({ request, preview, verb, onClose, onDecide }: ReversalDialogProps) {
  const t = useText();
  const { agreed, moved, approving } = useAgreed(preview, reversalPreviewPath(request.id));
  const approves = verb === 'approve';
  return (
    <RequestDialog
      verb={verb}
      title={t(`recordRequests.ask.reversals.${verb}`, { smart_count: 1 })}
      ready={!approves || agreed !== null}
      onClose={onClose}
      onDecide={approves ? approving(onDecide) : onDecide}
    >
      {moved && <Typography sx={{ mb: 1 }}>{t('recordRequests.moved')}</Typography>}
      {approves && agreed && (
        <Box sx={{ mb: 2 }}>
          <ReversalEffect preview={agreed} bySystem={request.source === 'system'} />
        </Box>
      )}
    </RequestDialog>
  );
}

function Effect({ request }: { request: ReversalRow }) {
  const t = useText();
  const errorText = useErrorText();
  const { data, error } = useRead<ReversalPreview>(reversalPreviewPath(request.id));
  if (error) return <Alert severity="error">{errorText(error)}</Alert>;
  if (!data) return <span role="status">{t('recordRequests.looking')}</span>;
  return <ReversalEffect preview={data} bySystem={request.source === 'system'} />;
}
