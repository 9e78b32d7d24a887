import { Button, Stack } from '@mui/material';
import { LinkBase, useGetList } from 'react-admin';
import type { SampleRow } from '#contract/audit-samples';
import { DrawButton } from '../audit-samples/DrawButton.tsx';
import { FilterWords } from '../audit-samples/FilterWords.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useWritten } from '../fields/useWritten.ts';
import { useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

const SHOWN = 5;

/** The latest samples of records, and drawing another. */
export function SamplesSection() {
  const t = useText();
  const written = useWritten();
  const { data } = useGetList<SampleRow>('audit-samples', {
    filter: {},
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: SHOWN },
  });
  const tools = (
    <Stack direction="row" spacing={1}>
      <Button component={LinkBase} to="/audit-samples">
        {t('oversight.all')}
      </Button>
      <DrawButton />
    </Stack>
  );
  return (
    <Section title={t('oversight.samples.title')} action={tools}>
      {data && (
        <PlainTable
          caption={t('oversight.samples.title')}
          rows={data}
          keyOf={({ id }) => id}
          empty={t('oversight.samples.none')}
          columns={[
            {
              name: t('oversight.samples.record'),
              oneLine: true,
              cell: ({ id }) => <TextLink to={`/audit-samples/${id}/show`}>{t('oversight.samples.one', { id })}</TextLink>,
            },
            { name: t('oversight.samples.filter'), cell: ({ filter }) => <FilterWords filter={filter} /> },
            {
              name: t('oversight.samples.drawn'),
              cell: ({ records, population }) => t('oversight.samples.drawnOf', { records: written.count(records), population: written.count(population) }),
            },
            {
              name: t('oversight.samples.conclusion'),
              cell: ({ state, conclusion }) => (
                <StateChip group={conclusion ? 'sampleConclusion' : 'sampleState'} value={conclusion ?? state} />
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}
