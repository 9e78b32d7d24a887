import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useListContext, useRefresh } from 'react-admin';
import type { VerbResult } from '../api/verbs.ts';
import { HeldByOthers } from '../claims/HeldByOthers.tsx';
import { BulkResults } from './BulkResults.tsx';
import { CaseNotices } from './caseNotices.ts';

/** What nobody can decide any more, whatever is mended. */
const settled = ['not_pending', 'not_found'];

/** What the dialog of a bulk verb gets. */
export interface BulkAsked {
  ids: string[];
  onClose: () => void;
  onDone: (results: VerbResult[]) => void;
}

interface BulkVerbProps {
  /** What the button says. */
  verb: string;
  icon: ReactNode;
  grave?: boolean;
  /** What it says of a row that was done. */
  done: string;
  nameOf?: (id: string) => string;
  /** Told what failed and can be tried again; of nothing at each new try. */
  onFailures: (failures: readonly VerbResult[]) => void;
  dialog: (asked: BulkAsked) => ReactNode;
}

/** Does something with the chosen rows, each on its own. What failed is named, and stays chosen where it can be tried again. */
export function BulkVerb({ verb, icon, grave = false, done, nameOf, onFailures, dialog }: BulkVerbProps) {
  const refresh = useRefresh();
  const { resource, selectedIds, onSelect } = useListContext();
  // What was chosen when it was asked; what others decide meanwhile is told as a result.
  const [asking, setAsking] = useState<string[] | null>(null);
  const [results, setResults] = useState<VerbResult[] | null>(null);
  function ask() {
    onFailures([]);
    setAsking(selectedIds.map(String));
  }
  function finish(answered: VerbResult[]) {
    setAsking(null);
    setResults(answered);
  }
  function close() {
    const failures = (results ?? []).filter(({ ok, code }) => !ok && !settled.includes(code ?? ''));
    onSelect(failures.map(({ id }) => id));
    onFailures(failures);
    setResults(null);
    refresh();
  }
  return (
    <>
      <Button startIcon={icon} onClick={ask} color={grave ? 'error' : 'primary'}>
        {verb}
      </Button>
      {asking && (
        <CaseNotices value={<HeldByOthers resource={resource} ids={asking} />}>
          {dialog({ ids: asking, onClose: () => setAsking(null), onDone: finish })}
        </CaseNotices>
      )}
      {results && <BulkResults done={done} results={results} onClose={close} nameOf={nameOf} />}
    </>
  );
}
