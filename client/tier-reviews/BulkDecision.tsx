import CheckIcon from '@mui/icons-material/Check';
import CloseIcon from '@mui/icons-material/Close';
import { useApi } from '../api/useRead.ts';
import type { VerbResult } from '../api/verbs.ts';
import { BulkVerb } from '../decisions/BulkVerb.tsx';
import { useText } from '../i18n/useText.ts';
import { ReviewDialog, type ReviewVerb } from './ReviewDialog.tsx';

interface BulkDecisionProps {
  verb: ReviewVerb;
  /** Told what failed and can be tried again; of nothing at each new try. */
  onFailures: (failures: readonly VerbResult[]) => void;
}

/** Decides the chosen reviews with one comment, each on its own. */
export function BulkDecision({ verb, onFailures }: BulkDecisionProps) {
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
        <ReviewDialog
          verb={verb}
          count={ids.length}
          onClose={onClose}
          onDecide={async (comment) => onDone(await api.decideMany('tier-reviews', verb, { ids, comment }))}
        />
      )}
    />
  );
}
