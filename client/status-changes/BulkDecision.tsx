import CheckIcon from '@mui/icons-material/Check';
import CloseIcon from '@mui/icons-material/Close';
import type { StatusChangePreview } from '#contract/status-changes';
import { useApi } from '../api/useRead.ts';
import type { VerbResult } from '../api/verbs.ts';
import { BulkVerb, type BulkAsked } from '../decisions/BulkVerb.tsx';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
import { useEach } from '../decisions/useEach.ts';
import { useText } from '../i18n/useText.ts';
import { previewPath } from './previews.ts';
import { SelectionEffect } from './SelectionEffect.tsx';

type Verb = 'approve' | 'reject';

interface BulkDecisionProps {
  verb: Verb;
  /** Told what failed and can be tried again; of nothing at each new try. */
  onFailures: (failures: readonly VerbResult[]) => void;
}

/** Decides the chosen requests, each on its own. */
export function BulkDecision({ verb, onFailures }: BulkDecisionProps) {
  const t = useText();
  return (
    <BulkVerb
      verb={t(`decisions.verb.${verb}`)}
      icon={verb === 'approve' ? <CheckIcon /> : <CloseIcon />}
      grave={verb === 'reject'}
      done={t(`decisions.done.${verb}`)}
      onFailures={onFailures}
      dialog={(asked) => (verb === 'approve' ? <ApproveDialog {...asked} /> : <RejectDialog {...asked} />)}
    />
  );
}

/** An approval names the effect of each request that was on the screen; one whose effect could not be found out is not sent. */
function ApproveDialog({ ids, onClose, onDone }: BulkAsked) {
  const t = useText();
  const api = useApi();
  const seen = useEach<StatusChangePreview>(ids, previewPath);
  async function approve(comment: string | undefined) {
    const known = ids.filter((id) => seen?.previews.has(id));
    const previews = Object.fromEntries(known.map((id) => [id, seen?.previews.get(id)?.version ?? '']));
    const answered = known.length > 0 ? await api.decideMany('status-changes', 'approve', { ids: known, comment, previews }) : [];
    onDone([...answered, ...(seen?.missing ?? []).map((id) => ({ id, ok: false, code: 'unavailable' }))]);
  }
  return (
    <DecisionDialog
      title={t('changes.ask.approve', { smart_count: ids.length })}
      verb={t('decisions.verb.approve')}
      commentNeeded={false}
      ready={seen !== null}
      onClose={onClose}
      onDecide={approve}
    >
      <SelectionEffect seen={seen} />
    </DecisionDialog>
  );
}

function RejectDialog({ ids, onClose, onDone }: BulkAsked) {
  const t = useText();
  const api = useApi();
  const reject = async (comment: string | undefined) =>
    onDone(await api.decideMany('status-changes', 'reject', { ids, comment }));
  return (
    <DecisionDialog
      title={t('changes.ask.reject', { smart_count: ids.length })}
      verb={t('decisions.verb.reject')}
      grave
      commentNeeded
      onClose={onClose}
      onDecide={reject}
    />
  );
}
