import CheckIcon from '@mui/icons-material/Check';
import CloseIcon from '@mui/icons-material/Close';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useListContext, useRefresh } from 'react-admin';
import { useApi } from '../api/useRead.ts';
import type { VerbResult } from '../api/verbs.ts';
import { useText } from '../i18n/useText.ts';
import { BulkResults } from './BulkResults.tsx';
import { DecisionDialog, type ReviewVerb } from './DecisionDialog.tsx';

/** Decides the chosen rows with one comment, each on its own. What failed is named, and stays chosen. */
export function BulkDecision({ verb }: { verb: ReviewVerb }) {
  const t = useText();
  const api = useApi();
  const refresh = useRefresh();
  const { selectedIds, onSelect } = useListContext();
  const [asking, setAsking] = useState(false);
  const [results, setResults] = useState<VerbResult[] | null>(null);
  async function decide(comment: string) {
    const answered = await api.decideMany('tier-reviews', verb, { ids: selectedIds.map(String), comment });
    setAsking(false);
    setResults(answered);
  }
  function close() {
    onSelect((results ?? []).filter(({ ok }) => !ok).map(({ id }) => id));
    setResults(null);
    refresh();
  }
  return (
    <>
      <Button
        startIcon={verb === 'approve' ? <CheckIcon /> : <CloseIcon />}
        onClick={() => setAsking(true)}
        color={verb === 'approve' ? 'primary' : 'error'}
      >
        {t(`reviews.verb.${verb}`)}
      </Button>
      {asking && (
        <DecisionDialog verb={verb} count={selectedIds.length} onClose={() => setAsking(false)} onDecide={decide} />
      )}
      {results && <BulkResults verb={verb} results={results} onClose={close} />}
    </>
  );
}
