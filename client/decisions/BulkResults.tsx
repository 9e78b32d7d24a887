import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import type { VerbResult } from '../api/verbs.ts';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

interface BulkResultsProps {
  /** What it says of a row that was decided. */
  done: string;
  results: readonly VerbResult[];
  onClose: () => void;
  /** What a row is called; its id where nothing is told. */
  nameOf?: ((id: string) => string) | undefined;
}

/** What became of each row of a bulk decision. */
export function BulkResults({ done, results, onClose, nameOf }: BulkResultsProps) {
  const t = useText();
  const label = useLabel();
  const failed = results.filter(({ ok }) => !ok).length;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="bulk-results">
      <DialogTitle id="bulk-results">{t('decisions.results')}</DialogTitle>
      <DialogContent>
        <Alert severity={failed ? 'warning' : 'success'} sx={{ mb: 2 }}>
          {t('decisions.resultsSum', { done: results.length - failed, failed })}
        </Alert>
        <PlainTable
          caption={t('decisions.results')}
          rows={results}
          keyOf={({ id }) => id}
          columns={[
            { name: t('decisions.request'), cell: ({ id }) => (nameOf ? nameOf(id) : id) },
            { name: t('decisions.outcome'), cell: ({ ok, code }) => (ok ? done : label('error', code ?? 'unavailable')) },
          ]}
        />
      </DialogContent>
      <DialogActions>
        <Button variant="contained" autoFocus onClick={onClose}>
          {t('decisions.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
