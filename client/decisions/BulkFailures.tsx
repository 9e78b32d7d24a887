import { Alert } from '@mui/material';
import { useListContext } from 'react-admin';
import type { VerbResult } from '../api/verbs.ts';
import { TextLink } from '../fields/TextLink.tsx';
import { useLabel, useText } from '../i18n/useText.ts';

interface BulkFailuresProps {
  failures: readonly VerbResult[];
  onClose: () => void;
  /** What a row is called; a request where nothing is told. */
  nameOf?: (id: string) => string;
  /** Whether a row has a page of its own. */
  linked?: boolean;
}

/** Why the rows that are still chosen could not be decided, until the next try or until they are chosen no more. */
export function BulkFailures({ failures, onClose, nameOf, linked = true }: BulkFailuresProps) {
  const t = useText();
  const label = useLabel();
  const { resource, selectedIds } = useListContext();
  const name = (id: string) => (nameOf ? nameOf(id) : t('decisions.numbered', { id }));
  const shown = failures.filter(({ id }) => selectedIds.map(String).includes(id));
  if (shown.length === 0) return null;
  return (
    <Alert severity="warning" onClose={onClose} closeText={t('decisions.close')} sx={{ mx: 1.5, mb: 1.5, py: 0 }}>
      {t('decisions.notDecided', { smart_count: shown.length })}
      {shown.map(({ id, code }) => (
        <div key={id}>
          {linked ? <TextLink to={`/${resource}/${id}/show`}>{name(id)}</TextLink> : name(id)}
          {`: ${label('error', code ?? 'unavailable')}`}
        </div>
      ))}
    </Alert>
  );
}
