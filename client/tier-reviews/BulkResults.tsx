import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import type { VerbResult } from '../api/verbs.ts';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import type { ReviewVerb } from './DecisionDialog.tsx';

interface BulkResultsProps {
  verb: ReviewVerb;
  results: readonly VerbResult[];
  onClose: () => void;
}

/** What became of each row of a bulk decision. */
export function BulkResults({ verb, results, onClose }: BulkResultsProps) {
  const t = useText();
  const label = useLabel();
  const failed = results.filter(({ ok }) => !ok).length;
  const outcome = ({ ok, code }: VerbResult) =>
    ok ? t(`reviews.done.${verb}`) : label('error', code ?? 'unavailable');
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="bulk-results">
      <DialogTitle id="bulk-results">{t('reviews.results')}</DialogTitle>
      <DialogContent>
        <Alert severity={failed ? 'warning' : 'success'} sx={{ mb: 2 }}>
          {t('reviews.resultsSum', { done: results.length - failed, failed })}
        </Alert>
        <PlainTable
          caption={t('reviews.results')}
          rows={results}
          keyOf={({ id }) => id}
          columns={[
            { name: t('reviews.review'), cell: ({ id }) => id },
            { name: t('reviews.outcome'), cell: outcome },
          ]}
        />
      </DialogContent>
      <DialogActions>
        <Button variant="contained" autoFocus onClick={onClose}>
          {t('reviews.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
