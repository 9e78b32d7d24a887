import { useApi } from '../api/useRead.ts';
import type { VerbResult } from '../api/verbs.ts';
import { BulkDecide } from '../decisions/BulkDecide.tsx';
import { ReviewDialog } from './ReviewDialog.tsx';

interface BulkDecisionProps {
  verb: 'approve' | 'reject';
  /** Told what failed and can be tried again; of nothing at each new try. */
  onFailures: (failures: readonly VerbResult[]) => void;
}

/** Decides the chosen reviews with one comment, each on its own. */
export function BulkDecision({ verb, onFailures }: BulkDecisionProps) {
  const api = useApi();
  return (
    <BulkDecide
      verb={verb}
      onFailures={onFailures}
      dialog={({ ids, onClose, onDone }) => (
        <ReviewDialog
          verb={verb}
          count={ids.length}
          onClose={onClose}
          onDecide={async (body) => onDone(await api.decideMany('tier-reviews', verb, { ids, ...body }))}
        />
      )}
    />
  );
}
