import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import type { Performed, SampleRecordRow, SampleRow } from '#contract/audit-samples';
import { useMay } from '../auth/access.ts';
import { MoneyField } from '../fields/MoneyField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { ConcludeDialog } from './ConcludeDialog.tsx';

/** Each record as it stood, beside what the engine's statement makes of it again. */
export function SampleRecords({ sample, records }: { sample: SampleRow; records: readonly SampleRecordRow[] }) {
  const t = useText();
  const may = useMay('audit-sample-records', 'conclude') && sample.state === 'open';
  const [asked, setAsked] = useState<SampleRecordRow | null>(null);
  return (
    <Section title={t('oversight.samples.records')}>
      <PlainTable
        caption={t('oversight.samples.records')}
        rows={records}
        keyOf={({ id }) => id}
        columns={[
          { name: t('oversight.samples.position'), figure: true, cell: ({ position }) => position },
          {
            name: t('oversight.samples.record'),
            cell: ({ record_id }) => <TextLink to={`/commissions/${record_id}/show`}>{record_id}</TextLink>,
          },
          { name: t('oversight.samples.affiliate'), cell: ({ inviter_uid }) => <UidLink uid={inviter_uid} /> },
          {
            name: t('oversight.samples.stored'),
            figure: true,
            cell: ({ stored_amount, currency }) => <MoneyField amount={stored_amount} currency={currency} exact />,
          },
          {
            name: t('oversight.samples.derived'),
            figure: true,
            cell: ({ derived_amount, currency }) => <MoneyField amount={derived_amount} currency={currency} exact />,
          },
          { name: t('oversight.samples.checks'), oneLine: true, cell: (record) => <Checks record={record} /> },
          { name: t('oversight.samples.agrees'), cell: (record) => <Agreement record={record} /> },
          { name: t('oversight.samples.conclusion'), cell: (record) => <Conclusion record={record} /> },
          ...(may
            ? [{ name: '', cell: (record: SampleRecordRow) => <ConcludeButton record={record} onAsk={() => setAsked(record)} /> }]
            : []),
        ]}
      />
      {asked && <ConcludeDialog record={asked} onClose={() => setAsked(null)} />}
    </Section>
  );
}

function Checks({ record: { stored, derived } }: { record: SampleRecordRow }) {
  return (
    <Box component="code" dir="ltr" sx={{ display: 'inline-block' }}>
      {stored.checks}
      <br />
      {derived?.checks ?? '–'}
    </Box>
  );
}

/** Whether the two are the same, and where not in what. */
function Agreement({ record: { agrees, stored, derived } }: { record: SampleRecordRow }) {
  const t = useText();
  if (agrees) return <StateChip group="sampleAgreement" value="agrees" />;
  const names = derived ? (Object.keys(stored) as (keyof Performed)[]).filter((name) => stored[name] !== derived[name]) : [];
  return (
    <>
      <StateChip group="sampleAgreement" value={derived ? 'differs' : 'gone'} />
      {names.map((name) => (
        <Typography key={name} variant="body2">
          {`${t(`oversight.samples.field.${name}`)}: `}
          <bdi>{String(stored[name])}</bdi>
          {' → '}
          <bdi>{String(derived?.[name])}</bdi>
        </Typography>
      ))}
    </>
  );
}

function Conclusion({ record: { conclusion, note, concluded_by } }: { record: SampleRecordRow }) {
  const t = useText();
  return (
    <>
      <StateChip group="recordConclusion" value={conclusion} />
      {conclusion && (
        <Typography variant="body2" color="textSecondary">
          {concluded_by ?? t('oversight.samples.byEngine')}
          {note && `: ${note}`}
        </Typography>
      )}
    </>
  );
}

function ConcludeButton({ record, onAsk }: { record: SampleRecordRow; onAsk: () => void }) {
  const t = useText();
  return (
    <Button
      className="no-print"
      size="small"
      variant={record.conclusion ? 'text' : 'outlined'}
      aria-label={t('oversight.samples.concludeTitle', { id: record.record_id })}
      onClick={onAsk}
    >
      {t('oversight.samples.conclude')}
    </Button>
  );
}
