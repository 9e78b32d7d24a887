import type { SampleRow } from '#contract/audit-samples';
import { StackedInstant } from '../fields/StackedInstant.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useWritten } from '../fields/useWritten.ts';
import { useText } from '../i18n/useText.ts';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { SearchFilter } from '../list/SearchFilter.tsx';
import { DrawButton } from './DrawButton.tsx';
import { FilterWords } from './FilterWords.tsx';

const filters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <ChoiceFilter key="state" source="state" group="sampleState" values={['open', 'signed_off']} alwaysOn />,
];

/** Every sample of records that was drawn, and what was concluded. */
export function SampleList() {
  const t = useText();
  const written = useWritten();
  return (
    <ConsoleList resource="audit-samples" filters={filters} sort={{ field: 'id', order: 'DESC' }} tools={<DrawButton />}>
      <ConsoleTable hiddenColumns={['seed', 'comment', 'signed_at']}>
        <Col<SampleRow> source="id" render={({ id }) => <TextLink to={`/audit-samples/${id}/show`}>{t('oversight.samples.one', { id })}</TextLink>} />
        <Col<SampleRow> source="filter" render={({ filter }) => <FilterWords filter={filter} />} />
        <Col<SampleRow> source="seed" />
        <Col<SampleRow>
          source="records"
          render={({ records, population }) => t('oversight.samples.drawnOf', { records: written.count(records), population: written.count(population) })}
        />
        <Col<SampleRow> source="differing" figure />
        <Col<SampleRow> source="unconcluded" figure />
        <Col<SampleRow> source="exceptions" figure />
        <Col<SampleRow> source="state" render={({ state }) => <StateChip group="sampleState" value={state} />} />
        <Col<SampleRow> source="drawn_by" />
        <Col<SampleRow> source="drawn_at" render={({ drawn_at }) => <StackedInstant at={drawn_at} />} />
        <Col<SampleRow> source="conclusion" render={({ conclusion }) => <StateChip group="sampleConclusion" value={conclusion} />} />
        <Col<SampleRow> source="comment" prose />
        <Col<SampleRow> source="signed_by" />
        <Col<SampleRow> source="signed_at" render={({ signed_at }) => <StackedInstant at={signed_at} />} />
      </ConsoleTable>
    </ConsoleList>
  );
}
