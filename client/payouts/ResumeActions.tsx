import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import type { PayoutStopRow } from '#contract/payouts';
import { useApi } from '../api/useRead.ts';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
import { offersOf, type VerbOn } from '../decisions/offers.ts';
import { useDecider } from '../auth/useDecider.ts';
import { useText } from '../i18n/useText.ts';
import { useAfterStop } from './useAfterStop.ts';

type ResumeVerb = VerbOn<'payout-stops'>;

/** One asks to go on, another agrees or has payouts stay stopped. */
export function ResumeActions({ stop }: { stop: PayoutStopRow }) {
  const t = useText();
  const me = useDecider();
  const [verb, setVerb] = useState<ResumeVerb | null>(null);
  const offers = me ? offersOf('payout-stops', { state: stop.state, requested_by: stop.resume_requested_by }, me) : [];
  const own = offers.some(({ hindrance }) => hindrance !== null);
  const free = offers.flatMap(({ verb: one, hindrance }) => (hindrance === null ? [one as ResumeVerb] : []));
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
