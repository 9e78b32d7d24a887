import { Alert, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useGetRecordId } from 'react-admin';
import type { ReversalPreview, ReversalRow } from '#contract/reversals';
import { codeOf, detailsOf } from '../api/http.ts';
import { useRead } from '../api/useRead.ts';
import { useErrorText, useText } from '../i18n/useText.ts';
import { RecordDecisionBar } from './RecordDecisionBar.tsx';
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

/** An approval names what was on the screen; where it would come out otherwise by then, that is shown and asked again. */
function Bar({ request }: { request: ReversalRow }) {
  const queries = useQueryClient();
  const path = reversalPreviewPath(request.id);
  const { data } = useRead<ReversalPreview>(path, { enabled: request.state === 'pending' });
  const [moved, setMoved] = useState<ReversalPreview | null>(null);
  const seen = moved ?? data;
  const onRefused = (error: unknown) => {
    const { now } = detailsOf(error) as { now?: ReversalPreview };
    if (codeOf(error) !== 'preview_changed' || !now) return;
    setMoved(now);
    void queries.invalidateQueries({ queryKey: ['read', path] });
  };
  const effect = seen && {
    version: seen.version,
    shown: <Shown preview={seen} bySystem={request.source === 'system'} moved={moved !== null} />,
  };
  return <RecordDecisionBar resource="reversals" request={request} effect={effect ?? null} onRefused={onRefused} />;
}

function Shown({ preview, bySystem, moved }: { preview: ReversalPreview; bySystem: boolean; moved: boolean }) {
  const t = useText();
  return (
    <>
      {moved && <Typography sx={{ mb: 1 }}>{t('recordRequests.moved')}</Typography>}
      <ReversalEffect preview={preview} bySystem={bySystem} />
    </>
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
