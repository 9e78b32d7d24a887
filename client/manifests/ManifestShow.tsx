import { Alert } from '@mui/material';
import { Loading, Title, useGetRecordId } from 'react-admin';
import type { ManifestRow } from '#contract/manifests';
import { useRead } from '../api/useRead.ts';
import { AuditTrail } from '../audit-events/AuditTrail.tsx';
import { useMay } from '../auth/access.ts';
import { Count } from '../fields/Count.tsx';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PageProblem } from '../layout/PageProblem.tsx';
import { OverrideSection } from './OverrideSection.tsx';

/** A manifest: what a feed says of a day, what came, and whether two people go on without the rest (PAY-8). */
export function ManifestShow() {
  const t = useText();
  const label = useLabel();
  const id = String(useGetRecordId());
  const mayAudit = useMay('audit-events', 'read');
  const { data: manifest, error } = useRead<ManifestRow>(`manifests/${encodeURIComponent(id)}`);
  if (error) return <PageProblem error={error} />;
  if (!manifest) return <Loading />;
  const { feed, day, rows, rows_found, control_sum, sum_found, received_at, state } = manifest;
  return (
    <>
      <Title title={t('manifests.title', { feed: label('feed', feed), day })} />
      <Section title={t('manifests.summary')} action={<StateChip group="manifestState" value={state} />}>
        {(state === 'missing' || state === 'exceeded') && (
          <Alert severity="warning" sx={{ mb: 1.5 }}>
            {t('manifests.hint')}
          </Alert>
        )}
        <Facts
          facts={[
            { name: t('manifests.rows'), value: <Count value={rows} /> },
            { name: t('manifests.sum'), value: <MoneyField amount={control_sum} exact /> },
            { name: t('manifests.found'), value: <Count value={rows_found} /> },
            { name: t('manifests.sumFound'), value: <MoneyField amount={sum_found} exact /> },
            { name: t('manifests.received'), value: <InstantField at={received_at} /> },
          ]}
        />
      </Section>
      <OverrideSection manifest={manifest} />
      {mayAudit && (
        <Section title={t('manifests.history')}>
          <AuditTrail subjectType="manifests" subjectId={id} />
        </Section>
      )}
    </>
  );
}
