import { Alert, Box, Button, Typography } from '@mui/material';
import { LinkBase, Loading, Title, useGetList, useGetRecordId } from 'react-admin';
import type { SignalFact, SignalRow } from '#contract/signals';
import type { StatusChangeRow } from '#contract/status-changes';
import { useRead } from '../api/useRead.ts';
import { useMay } from '../auth/access.ts';
import { useFactText } from '../facts/useFactText.ts';
import { Count } from '../fields/Count.tsx';
import { MonthField } from '../fields/DayField.tsx';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { Section } from '../fields/Section.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PageProblem } from '../layout/PageProblem.tsx';
import { listPath } from '../list/listPath.ts';
import { pageAddress, requestPath } from '../status-changes/requestPath.ts';
import { RequestTable } from '../status-changes/RequestTable.tsx';

/** A signal with its facts, the rows behind them, and what can be asked for because of it. */
export function SignalShow() {
  const t = useText();
  const label = useLabel();
  const id = String(useGetRecordId());
  const { data: signal, error } = useRead<SignalRow>(`signals/${encodeURIComponent(id)}`);
  if (error) return <PageProblem error={error} />;
  if (!signal) return <Loading />;
  return (
    <>
      <Title title={t('signals.title', { kind: label('signalKind', signal.kind), uid: signal.affiliate_uid })} />
      <Alert severity="info" sx={{ mb: 2 }}>
        {t('signals.hint')}
      </Alert>
      <Summary signal={signal} />
      <Section title={t('signals.facts')}>
        {signal.facts.map((fact, index) => (
          <Fact key={`${index}:${fact.fact}`} fact={fact} />
        ))}
      </Section>
      <Rows signal={signal} />
      <Waiting uid={signal.affiliate_uid} />
    </>
  );
}

function Summary({ signal: { id, affiliate_uid, month, kind, invitees, first_at, last_at } }: { signal: SignalRow }) {
  const t = useText();
  const mayAsk = useMay('status-changes', 'create');
  const evidence = [pageAddress(`/signals/${encodeURIComponent(id)}/show`)];
  const request = (
    <Button
      component={LinkBase}
      to={requestPath({ affiliate_uid, reason_code: 'suspected_terms_breach', evidence })}
      variant="contained"
    >
      {t('signals.request')}
    </Button>
  );
  return (
    <Section title={t('signals.summary')} {...(mayAsk ? { action: request } : {})}>
      <Facts
        facts={[
          { name: t('signals.affiliate'), value: <UidLink uid={affiliate_uid} /> },
          { name: t('signals.kind'), value: <LabelField group="signalKind" value={kind} /> },
          { name: t('signals.month'), value: <MonthField month={month} /> },
          { name: t('signals.invitees'), value: <Count value={invitees} /> },
          { name: t('signals.first'), value: <InstantField at={first_at} /> },
          { name: t('signals.last'), value: <InstantField at={last_at} /> },
        ]}
      />
    </Section>
  );
}

function Fact({ fact: { fact, fact_key, fact_values, count, uids } }: { fact: SignalFact }) {
  const t = useText();
  const factText = useFactText();
  return (
    <Box sx={{ mb: 1.5 }}>
      <Typography>{factText('signal', fact_key, fact_values, fact)}</Typography>
      <Typography variant="body2" color="textSecondary">
        {t('signals.accounts', { smart_count: count })}
        {uids.length < count && ` – ${t('signals.cut', { shown: uids.length, count })}`}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
        {uids.map((uid) => (
          <UidLink key={uid} uid={uid} />
        ))}
      </Box>
    </Box>
  );
}

function Rows({ signal: { links } }: { signal: SignalRow }) {
  const t = useText();
  return (
    <Section title={t('signals.rows')}>
      {links.map(({ resource, filter }) => (
        <div key={resource}>
          <TextLink to={listPath(resource, filter, [])}>
            {t(`signals.toRows.${resource}`)}
          </TextLink>
        </div>
      ))}
    </Section>
  );
}

/** Somebody may have asked because of it already. */
function Waiting({ uid }: { uid: string }) {
  const t = useText();
  const { data } = useGetList<StatusChangeRow>('status-changes', {
    filter: { affiliate_uid: uid, state: 'pending' },
    sort: { field: 'requested_at', order: 'DESC' },
    pagination: { page: 1, perPage: 25 },
  });
  if (!data) return null;
  return (
    <Section title={t('signals.others')}>
      <RequestTable caption={t('signals.others')} changes={data} empty={t('signals.noOthers')} />
    </Section>
  );
}
