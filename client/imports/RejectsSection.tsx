import DownloadIcon from '@mui/icons-material/Download';
import { Button } from '@mui/material';
import type { ImportRejectRow } from '#contract/imports';
import { useMay } from '../auth/access.ts';
import { LabelField } from '../fields/LabelField.tsx';
import { Section } from '../fields/Section.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';

/** The rows that were not taken, by line, column and code; as a file they can be mended and imported again. */
export function RejectsSection({ importId }: { importId: string }) {
  const t = useText();
  const label = useLabel();
  const mayExport = useMay('import-rejects', 'export');
  const words = (codes: string) =>
    codes
      .split(';')
      .map((code) => label('rowFault', code))
      .join('; ');
  return (
    <Section
      title={t('imports.rejects')}
      action={
        mayExport && (
          <Button
            component="a"
            href={`/api/imports/${encodeURIComponent(importId)}/rejects.csv`}
            download
            startIcon={<DownloadIcon />}
          >
            {t('imports.rejectsFile')}
          </Button>
        )
      }
    >
      <ConsoleList
        resource="import-rejects"
        only={{ import_id: importId }}
        sort={{ field: 'line', order: 'ASC' }}
        within
        bare
      >
        <ConsoleTable rowClick={false}>
          <Col<ImportRejectRow> source="line" figure />
          <Col<ImportRejectRow>
            source="outcome"
            render={({ outcome }) => <LabelField group="rowOutcome" value={outcome} />}
          />
          <Col<ImportRejectRow> source="column" />
          <Col<ImportRejectRow> source="value" prose />
          <Col<ImportRejectRow> source="code" prose render={({ code }) => words(code)} />
        </ConsoleTable>
      </ConsoleList>
    </Section>
  );
}
