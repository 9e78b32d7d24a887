import type { StatusChangePreview } from '#contract/status-changes';
import { useApi } from '../api/useRead.ts';
import type { DecisionBody, VerbResult } from '../api/verbs.ts';
import { BulkDecide } from '../decisions/BulkDecide.tsx';
import type { BulkAsked } from '../decisions/BulkVerb.tsx';
import { RequestDialog } from '../decisions/RequestDialog.tsx';
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
  return (
    <BulkDecide
      verb={verb}
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
  async function approve({ comment }: DecisionBody) {
    const known = ids.filter((id) => seen?.previews.has(id));
    const previews = Object.fromEntries(known.map((id) => [id, seen?.previews.get(id)?.version ?? '']));
    const answered = known.length > 0 ? await api.decideMany('status-changes', 'approve', { ids: known, comment, previews }) : [];
    onDone([...answered, ...(seen?.missing ?? []).map((id) => ({ id, ok: false, code: 'unavailable' }))]);
  }
  return (
    <RequestDialog
      verb="approve"
      title={t('changes.ask.approve', { smart_count: ids.length })}
      ready={seen !== null}
      onClose={onClose}
      onDecide={approve}
    >
      <SelectionEffect seen={seen} />
    </RequestDialog>
  );
}

function RejectDialog({ ids, onClose, onDone }: BulkAsked) {
  const t = useText();
  const api = useApi();
  const reject = async (body: DecisionBody) => onDone(await api.decideMany('status-changes', 'reject', { ids, ...body }));
  return (
    <RequestDialog
      verb="reject"
      title={t('changes.ask.reject', { smart_count: ids.length })}
      onClose={onClose}
      onDecide={reject}
    />
  );
}
