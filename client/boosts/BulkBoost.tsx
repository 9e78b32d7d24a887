import CheckIcon from '@mui/icons-material/Check';
import CloseIcon from '@mui/icons-material/Close';
import { useApi } from '../api/useRead.ts';
import type { VerbResult } from '../api/verbs.ts';
import { BulkVerb } from '../decisions/BulkVerb.tsx';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
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
    <BulkVerb
      verb={t(`decisions.verb.${verb}`)}
      icon={verb === 'approve' ? <CheckIcon /> : <CloseIcon />}
      grave={verb === 'reject'}
      done={t(`decisions.done.${verb}`)}
      onFailures={onFailures}
      dialog={({ ids, onClose, onDone }) => (
        <DecisionDialog
          title={t(`boosts.ask.${verb}`, { smart_count: ids.length })}
          verb={t(`decisions.verb.${verb}`)}
          grave={verb === 'reject'}
          commentNeeded={verb === 'reject'}
          onClose={onClose}
          onDecide={async (comment) => onDone(await api.decideMany('boosts', verb, { ids, comment }))}
        />
      )}
    />
  );
}
