import { Alert } from '@mui/material';
import { Loading, Title, useGetRecordId } from 'react-admin';
import type { ImportRow } from '#contract/imports';
import { useRead } from '../api/useRead.ts';
import { PageProblem } from '../layout/PageProblem.tsx';
import { useMay } from '../auth/access.ts';
import { Progress } from '../fields/Progress.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { BindingRefusals } from './BindingRefusals.tsx';
import { FiguresSection } from './FiguresSection.tsx';
import { RejectsSection } from './RejectsSection.tsx';

const POLL_MS = 1000;

/** One file: how far it is, what became of its rows, and which were not taken. */
export function ImportShow() {
  const t = useText();
  const label = useLabel();
  const mayReadRejects = useMay('import-rejects', 'read');
  const id = String(useGetRecordId());
  const { data, error } = useRead<ImportRow>(`imports/${encodeURIComponent(id)}`, {
    poll: (last) => (!last || last.state === 'running' ? POLL_MS : false),
  });
  if (error) return <PageProblem error={error} />;
  if (!data) return <Loading />;
  const done = data.state !== 'running';
  return (
    <>
      <Title title={t('imports.title', { feed: label('feed', data.feed), id })} />
      {data.dry_run && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {t('imports.dryRunHint')}
        </Alert>
      )}
      {!done && <Progress value={data.progress} label={t('imports.progress')} />}
      {data.state === 'failed' && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {t('imports.failed', { why: data.error ?? '', line: data.error_line ?? '–' })}
        </Alert>
      )}
      <FiguresSection row={data} />
      {done && mayReadRejects && data.rejected + data.conflicts > 0 && <RejectsSection importId={id} />}
      {done && data.bindings_refused > 0 && <BindingRefusals importId={id} />}
    </>
  );
}
