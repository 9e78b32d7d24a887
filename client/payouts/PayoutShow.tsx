import DownloadIcon from '@mui/icons-material/Download';
import { Alert, Box, Button } from '@mui/material';
import { Loading, Title, useGetRecordId } from 'react-admin';
import type { PayoutRow, ReleasePreview } from '#contract/payouts';
import { useRead } from '../api/useRead.ts';
import { AuditTrail } from '../audit-events/AuditTrail.tsx';
import { useMay } from '../auth/access.ts';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { Progress } from '../fields/Progress.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { useStaffWord } from '../fields/useStaffWord.ts';
import { useErrorText, useText } from '../i18n/useText.ts';
import { PageProblem } from '../layout/PageProblem.tsx';
import { PayoutLineList } from '../payout-lines/PayoutLineList.tsx';
import { useServerTime } from '../api/useServerTime.ts';
import { DeadlineField } from './DeadlineField.tsx';
import { LineStatesSection } from './LineStatesSection.tsx';
import { LinkedSums } from './LinkedSums.tsx';
import { linesOf } from './linesOf.ts';
import { ReleaseButton } from './ReleaseButton.tsx';
import { ReleaseEffect } from './ReleaseEffect.tsx';

const POLL_MS = 30_000;

/** A payout: what it comes to, how far it is, what its release would do, and its lines. */
export function PayoutShow() {
  const t = useText();
  const id = String(useGetRecordId());
  const mayAudit = useMay('audit-events', 'read');
  const { data: payout, error } = useRead<PayoutRow>(`payouts/${encodeURIComponent(id)}`, {
    poll: (last) => (last?.state === 'released' ? POLL_MS : false),
  });
  if (error) return <PageProblem error={error} />;
  if (!payout) return <Loading />;
  return (
    <>
      <Title title={t('payouts.title', { day: payout.day })} />
      <Summary payout={payout} />
      <Box
        sx={{ display: 'grid', columnGap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: payout.state === 'ready' ? 'repeat(2, minmax(0,1fr))' : 'minmax(0,1fr)' } }}
      >
        {payout.state === 'ready' && <ReleaseSection payout={payout} />}
        <LineStatesSection payout={payout} />
      </Box>
      <Section title={t('payouts.lines')}>
        <PayoutLineList only={{ batch_id: id }} />
      </Section>
      {mayAudit && (
        <Section title={t('payouts.history')}>
          <AuditTrail subjectType="payouts" subjectId={id} />
        </Section>
      )}
    </>
  );
}

function Summary({ payout }: { payout: PayoutRow }) {
  const t = useText();
  const now = useServerTime();
  const { id, state, progress, deadline_at, kept, created_by, created_at, released_by, released_at } = payout;
  const word = useStaffWord();
  const done = (at: string, by: string) => (
    <>
      <InstantField at={at} /> {t('payouts.by', { by: word(by) })}
    </>
  );
  return (
    <Section title={t('payouts.batch')} action={<StateChip group="state" value={state} />}>
      <Progress value={progress} label={t('payouts.progress')} />
      <Facts
        facts={[
          { name: t('payouts.deadline'), value: <DeadlineField at={deadline_at} kept={kept} now={now} /> },
          {
            name: t('payouts.totals'),
            value: <LinkedSums sums={payout.totals} to={(currency) => linesOf({ batch_id: id, currency })} />,
          },
          { name: t('payouts.made'), value: done(created_at, created_by) },
          {
            name: t('payouts.released'),
            value: released_at && released_by ? done(released_at, released_by) : t('payouts.notReleased'),
          },
          { name: t('payouts.paid'), value: <InstantField at={payout.paid_at} /> },
          { name: t('payouts.comment'), value: payout.comment },
        ]}
      />
      {state !== 'ready' && <Export id={id} />}
    </Section>
  );
}

/** The file that the payment system takes; only of what is released. */
function Export({ id }: { id: string }) {
  const t = useText();
  if (!useMay('payouts', 'export')) return null;
  return (
    <Button
      component="a"
      href={`/api/payouts/${encodeURIComponent(id)}/export.csv`}
      download
      startIcon={<DownloadIcon />}
      variant="outlined"
      sx={{ mt: 1.5 }}
    >
      {t('payouts.export')}
    </Button>
  );
}

function ReleaseSection({ payout: { id, day } }: { payout: PayoutRow }) {
  const t = useText();
  const errorText = useErrorText();
  const { data, error } = useRead<ReleasePreview>(`payouts/${encodeURIComponent(id)}/release-preview`);
  const free = data && !data.own && !data.stopped;
  return (
    <Section title={t('payouts.releaseNow')} {...(free ? { action: <ReleaseButton id={id} day={day} withKey /> } : {})}>
      {error && <Alert severity="error">{errorText(error)}</Alert>}
      {!data && !error && <span role="status">{t('payouts.looking')}</span>}
      {data && <ReleaseEffect preview={data} />}
    </Section>
  );
}
