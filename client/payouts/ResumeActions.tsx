import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import type { PayoutStopRow } from '#contract/payouts';
import { useApi } from '../api/useRead.ts';
import { useMay } from '../auth/access.ts';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
import { useText } from '../i18n/useText.ts';
import { useDecider } from '../status-changes/useDecider.ts';
import { useAfterStop } from './useAfterStop.ts';

type ResumeVerb = 'resume' | 'approve' | 'reject';

/** One asks to go on, another agrees or has payouts stay stopped. */
export function ResumeActions({ stop }: { stop: PayoutStopRow }) {
  const t = useText();
  const me = useDecider();
  const mayResume = useMay('payout-stops', 'resume');
  const mayApprove = useMay('payout-stops', 'approve');
  const [verb, setVerb] = useState<ResumeVerb | null>(null);
  const asked = stop.state === 'resume_requested';
  const own = asked && me?.name === stop.resume_requested_by;
  const second: ResumeVerb[] = mayApprove && !own ? ['approve', 'reject'] : [];
  const first: ResumeVerb[] = mayResume ? ['resume'] : [];
  const free = asked ? second : first;
  return (
    <>
      {own && <span>{t('payouts.stop.own')}</span>}
      {free.length > 0 && (
        <Stack direction="row" spacing={1}>
          {free.map((one) => (
            <Button
              key={one}
              variant="outlined"
              color={one === 'reject' ? 'error' : 'primary'}
              onClick={() => setVerb(one)}
            >
              {t(`payouts.stop.${one}`)}
            </Button>
          ))}
        </Stack>
      )}
      {verb && <ResumeDialog key={verb} verb={verb} id={stop.id} onClose={() => setVerb(null)} />}
    </>
  );
}

function ResumeDialog({ verb, id, onClose }: { verb: ResumeVerb; id: string; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const after = useAfterStop();
  async function send(comment: string | undefined) {
    await api.decide('payout-stops', id, verb, { comment });
    onClose();
    after(t(`payouts.stop.${verb}Done`));
  }
  return (
    <DecisionDialog
      title={t(`payouts.stop.${verb}Ask`)}
      verb={t(`payouts.stop.${verb}`)}
      grave={verb === 'reject'}
      commentNeeded={verb !== 'approve'}
      onClose={onClose}
      onDecide={send}
    />
  );
}
