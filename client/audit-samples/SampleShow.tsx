import PrintIcon from '@mui/icons-material/PrintOutlined';
import DownloadIcon from '@mui/icons-material/Download';
import { Button, GlobalStyles, Stack } from '@mui/material';
import { Loading, Title, useGetList, useGetOne, useGetRecordId } from 'react-admin';
import { MAX_SIZE, type SampleRecordRow, type SampleRow } from '#contract/audit-samples';
import { useMay } from '../auth/access.ts';
import { useText } from '../i18n/useText.ts';
import { PageProblem } from '../layout/PageProblem.tsx';
import { SampleRecords } from './SampleRecords.tsx';
import { SampleSummary } from './SampleSummary.tsx';
import { SignOffButton } from './SignOffButton.tsx';

/** On paper stands the sample alone, without the console around it. */
const onPaper = { '@media print': { 'nav, header, .no-print': { display: 'none !important' }, body: { background: '#fff' } } };

/** A work paper: what was drawn and how, each record as it stood and as it came out again, what was concluded and who signed. */
export function SampleShow() {
  const t = useText();
  const id = String(useGetRecordId());
  const { data: sample, error } = useGetOne<SampleRow>('audit-samples', { id });
  const { data: records } = useGetList<SampleRecordRow>('audit-sample-records', {
    filter: { sample_id: id },
    sort: { field: 'position', order: 'ASC' },
    pagination: { page: 1, perPage: MAX_SIZE },
  });
  if (error) return <PageProblem error={error} />;
  if (!sample || !records) return <Loading />;
  return (
    <>
      <GlobalStyles styles={onPaper} />
      <Title title={t('oversight.samples.one', { id })} />
      <Tools sample={sample} />
      <SampleSummary sample={sample} />
      <SampleRecords sample={sample} records={records} />
    </>
  );
}

function Tools({ sample }: { sample: SampleRow }) {
  const t = useText();
  const mayExport = useMay('audit-sample-records', 'export');
  const query = new URLSearchParams({ filter: JSON.stringify({ sample_id: sample.id }), sort: '["position","ASC"]' });
  return (
    <Stack direction="row" className="no-print" spacing={1} sx={{ justifyContent: 'flex-end', mb: 1 }}>
      {mayExport && (
        <Button component="a" href={`/api/audit-sample-records.csv?${query}`} download startIcon={<DownloadIcon />}>
          {t('oversight.samples.paper')}
        </Button>
      )}
      <Button startIcon={<PrintIcon />} onClick={() => window.print()}>
        {t('oversight.samples.print')}
      </Button>
      <SignOffButton sample={sample} />
    </Stack>
  );
}
