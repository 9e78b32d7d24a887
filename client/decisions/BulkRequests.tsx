import type { ReactNode } from 'react';
import { useApi } from '../api/useRead.ts';
import type { VerbResult } from '../api/verbs.ts';
import { BulkDecide } from './BulkDecide.tsx';
import type { Deciding } from './RequestDecision.tsx';

/** What the dialog of a decision about several requests gets. */
export type DecidingMany = Deciding<'approve' | 'reject'> & { count: number };

interface BulkRequestsProps {
  resource: 'applications' | 'boosts' | 'content-reviews';
  verb: 'approve' | 'reject';
  /** Told what failed and can be tried again; of nothing at each new try. */
  onFailures: (failures: readonly VerbResult[]) => void;
  dialog: (deciding: DecidingMany) => ReactNode;
}

/** Decides the chosen requests with one answer, each on its own. */
export function BulkRequests({ resource, verb, onFailures, dialog }: BulkRequestsProps) {
  const api = useApi();
  return (
    <BulkDecide
      verb={verb}
      onFailures={onFailures}
      dialog={({ ids, onClose, onDone }) =>
        dialog({
          verb,
          count: ids.length,
          onClose,
          onDecide: async (body) => onDone(await api.decideMany(resource, verb, { ids, ...body })),
        })
      }
    />
  );
}
