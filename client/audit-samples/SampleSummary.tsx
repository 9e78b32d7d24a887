import { Alert, Typography } from '@mui/material';
import type { SampleRow } from '#contract/audit-samples';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { useWritten } from '../fields/useWritten.ts';
import { useText } from '../i18n/useText.ts';
import { FilterWords } from './FilterWords.tsx';

/** What was drawn from what, by which method, what came of it, and who signed. */
export function SampleSummary({ sample }: { sample: SampleRow }) {
  const t = useText();
  const written = useWritten();
  const { seed, filter, population, last_record_id, records, differing, unconcluded, state, drawn_by, drawn_at, conclusion, comment, signed_by, signed_at } = sample;
  const signed = [
    { name: t('oversight.samples.conclusion'), value: <StateChip group="sampleConclusion" value={conclusion} /> },
    { name: t('oversight.samples.comment'), value: comment },
    { name: t('oversight.samples.signedBy'), value: signed_by },
    { name: t('oversight.samples.signedAt'), value: <InstantField at={signed_at} /> },
  ];
  return (
    <Section title={t('oversight.samples.summary')} action={<StateChip group="sampleState" value={state} />}>
      <Alert severity={differing === 0 ? 'success' : 'error'} sx={{ mb: 1.5 }}>
        {differing === 0 ? t('oversight.samples.agreeAll', { records: written.count(records) }) : t('oversight.samples.differ', { smart_count: differing })}
        {unconcluded > 0 && ` ${t('oversight.samples.waits', { smart_count: unconcluded })}`}
      </Alert>
      <Facts
        facts={[
          { name: t('oversight.samples.filter'), value: <FilterWords filter={filter} /> },
          { name: t('oversight.samples.seed'), value: <code>{seed}</code> },
          { name: t('oversight.samples.drawn'), value: t('oversight.samples.drawnOf', { records: written.count(records), population: written.count(population) }) },
          { name: t('oversight.samples.by'), value: <>{drawn_by}, <InstantField at={drawn_at} /></> },
          ...(state === 'signed_off' ? signed : []),
        ]}
      />
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>
        {t('oversight.samples.method', { seed, records: written.count(records), population: written.count(population), last: last_record_id })}
      </Typography>
    </Section>
  );
}
