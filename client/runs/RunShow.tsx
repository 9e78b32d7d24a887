import { Alert } from '@mui/material';
import { Loading, Title, useGetRecordId } from 'react-admin';
import type { RunRow } from '#contract/runs';
import { useRead } from '../api/useRead.ts';
import { PageProblem } from '../layout/PageProblem.tsx';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { Progress } from '../fields/Progress.tsx';
import { Section } from '../fields/Section.tsx';
import { StaffName } from '../fields/StaffName.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { RunFigures } from './RunFigures.tsx';
import { rowsOfRun } from './rowsOfRun.ts';

const POLL_MS = 1000;

/** One run: how far it is, and what it made. */
export function RunShow() {
  const t = useText();
  const label = useLabel();
  const id = String(useGetRecordId());
  const { data, error } = useRead<RunRow>(`runs/${encodeURIComponent(id)}`, {
    poll: (last) => (!last || last.state === 'running' ? POLL_MS : false),
  });
  if (error) return <PageProblem error={error} />;
  if (!data) return <Loading />;
  return (
    <>
      <Title title={t('runs.title', { kind: label('runKind', data.kind), period: data.day ?? data.month ?? '' })} />
      {data.state === 'running' && <Progress value={data.progress} label={t('runs.progress')} />}
      {data.error && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {data.error}
        </Alert>
      )}
      <Section title={t('runs.run')} action={<StateChip group="state" value={data.state} />}>
        <Facts
          facts={[
            { name: t('runs.started'), value: <InstantField at={data.started_at} /> },
            { name: t('runs.finished'), value: <InstantField at={data.finished_at} /> },
            { name: t('runs.by'), value: <StaffName name={data.requested_by} /> },
            { name: t('runs.rows'), value: <TextLink to={rowsOfRun(data)}>{t('runs.showRows')}</TextLink> },
          ]}
        />
      </Section>
      {data.state === 'done' && (
        <Section title={t('runs.figures')}>
          <RunFigures result={data.result} rows={(which) => rowsOfRun(data, which)} />
        </Section>
      )}
    </>
  );
}
