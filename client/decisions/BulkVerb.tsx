import { Button } from '@mui/material';
import { type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { useListContext, useRefresh } from 'react-admin';
import type { VerbResult } from '../api/verbs.ts';
import { HeldByOthers } from '../claims/HeldByOthers.tsx';
import { KeyCaps } from '../keyboard/KeyCaps.tsx';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { focusMain } from '../layout/focusMain.ts';
import { useFocusLeft } from '../layout/useFocusLeft.ts';
import { HoldRows } from '../list/hold-rows.ts';
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
  /** The key that presses it while anything is chosen. */
  keys?: string;
  grave?: boolean;
  /** What it says of a row that was done. */
  done: string;
  nameOf?: (id: string) => string;
  /** Told what failed and can be tried again; of nothing at each new try. */
  onFailures: (failures: readonly VerbResult[]) => void;
  dialog: (asked: BulkAsked) => ReactNode;
}

/** Does something with the chosen rows, each on its own. What failed is named, and stays chosen where it can be tried again. */
export function BulkVerb({ verb, icon, keys, grave = false, done, nameOf, onFailures, dialog }: BulkVerbProps) {
  const refresh = useRefresh();
  const holdRows = useContext(HoldRows);
  const { resource, selectedIds, onSelect } = useListContext();
  // What was chosen when it was asked; what others decide meanwhile is told as a result.
  const [asking, setAsking] = useState<string[] | null>(null);
  const [results, setResults] = useState<VerbResult[] | null>(null);
  useFocusAfter(results !== null);
  // Rows that went meanwhile go with the results, and where none is left the table with its buttons.
  useFocusLeft();
  function ask() {
    onFailures([]);
    holdRows(true);
    setAsking(selectedIds.map(String));
  }
  useShortcut(keys ?? '', ask, { enabled: keys !== undefined && selectedIds.length > 0 });
  function back() {
    setAsking(null);
    holdRows(false);
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
    holdRows(false);
    refresh();
  }
  return (
    <>
      <Button
        startIcon={icon}
        onClick={ask}
        color={grave ? 'error' : 'primary'}
        aria-label={verb}
        {...(keys ? { 'aria-keyshortcuts': keys, endIcon: <KeyCaps keys={keys} /> } : {})}
      >
        {verb}
      </Button>
      {asking && (
        <CaseNotices value={<HeldByOthers resource={resource} ids={asking} />}>
          {dialog({ ids: asking, onClose: back, onDone: finish })}
        </CaseNotices>
      )}
      {results && <BulkResults done={done} results={results} onClose={close} nameOf={nameOf} />}
    </>
  );
}

/** The button is folded away with the selection: once the results are closed the page's content has the focus. */
function useFocusAfter(shown: boolean): void {
  const before = useRef(false);
  useEffect(() => {
    if (before.current && !shown) focusMain();
    before.current = shown;
  }, [shown]);
}
