import { useApi } from '../api/useRead.ts';
import type { VerbResult } from '../api/verbs.ts';
import { BulkDecide } from '../decisions/BulkDecide.tsx';
import { ApplicationDialog } from './ApplicationDialog.tsx';

interface BulkApplicationsProps {
  verb: 'approve' | 'reject';
  onFailures: (failures: readonly VerbResult[]) => void;
}

/** Decides the chosen applications with one comment, each on its own. */
export function BulkApplications({ verb, onFailures }: BulkApplicationsProps) {
  const api = useApi();
  return (
    <BulkDecide
      verb={verb}
      onFailures={onFailures}
      dialog={({ ids, onClose, onDone }) => (
        <ApplicationDialog
          verb={verb}
          count={ids.length}
          onClose={onClose}
          onDecide={async (body) => onDone(await api.decideMany('applications', verb, { ids, ...body }))}
        />
      )}
    />
  );
}
