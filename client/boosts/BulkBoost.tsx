import { useApi } from '../api/useRead.ts';
import type { VerbResult } from '../api/verbs.ts';
import { BulkDecide } from '../decisions/BulkDecide.tsx';
import { RequestDialog } from '../decisions/RequestDialog.tsx';
import { useText } from '../i18n/useText.ts';

interface BulkBoostProps {
  verb: 'approve' | 'reject';
  /** Told what failed and can be tried again; of nothing at each new try. */
  onFailures: (failures: readonly VerbResult[]) => void;
}

/** Decides the chosen boosts, each on its own. */
export function BulkBoost({ verb, onFailures }: BulkBoostProps) {
  const t = useText();
  const api = useApi();
  return (
    <BulkDecide
      verb={verb}
      onFailures={onFailures}
      dialog={({ ids, onClose, onDone }) => (
        <RequestDialog
          verb={verb}
          title={t(`boosts.ask.${verb}`, { smart_count: ids.length })}
          onClose={onClose}
          onDecide={async (body) => onDone(await api.decideMany('boosts', verb, { ids, ...body }))}
        />
      )}
    />
  );
}
