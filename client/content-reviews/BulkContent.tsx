import { useApi } from '../api/useRead.ts';
import type { VerbResult } from '../api/verbs.ts';
import { BulkDecide } from '../decisions/BulkDecide.tsx';
import { ContentDialog } from './ContentDialog.tsx';

interface BulkContentProps {
  verb: 'approve' | 'reject';
  onFailures: (failures: readonly VerbResult[]) => void;
}

/** Decides the chosen submissions with one reason, each on its own. */
export function BulkContent({ verb, onFailures }: BulkContentProps) {
  const api = useApi();
  return (
    <BulkDecide
      verb={verb}
      onFailures={onFailures}
      dialog={({ ids, onClose, onDone }) => (
        <ContentDialog
          verb={verb}
          count={ids.length}
          onClose={onClose}
          onDecide={async (body) => onDone(await api.decideMany('content-reviews', verb, { ids, ...body }))}
        />
      )}
    />
  );
}
