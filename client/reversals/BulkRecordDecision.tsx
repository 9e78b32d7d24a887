import { useGetMany } from 'react-admin';
import type { ReversalPreview, ReversalRow } from '#contract/reversals';
import { useApi } from '../api/useRead.ts';
import type { DecisionBody, VerbResult } from '../api/verbs.ts';
import { BulkDecide } from '../decisions/BulkDecide.tsx';
import type { BulkAsked } from '../decisions/BulkVerb.tsx';
import { RequestDialog } from '../decisions/RequestDialog.tsx';
import { useEach } from '../decisions/useEach.ts';
import { useText } from '../i18n/useText.ts';
import { reversalPreviewPath, type RecordRequests } from './recordRequests.ts';
import { SelectionSums } from './SelectionSums.tsx';

interface BulkRecordDecisionProps {
  resource: RecordRequests;
  verb: 'approve' | 'reject';
  onFailures: (failures: readonly VerbResult[]) => void;
}

/** Decides the chosen requests, each on its own; of reversals an approval names what was on the screen of each. */
export function BulkRecordDecision({ resource, verb, onFailures }: BulkRecordDecisionProps) {
  return (
    <BulkDecide
      verb={verb}
      onFailures={onFailures}
      dialog={(asked) =>
        verb === 'approve' && resource === 'reversals' ? (
          <ApproveReversals {...asked} />
        ) : (
          <DecidePlainly {...asked} resource={resource} verb={verb} />
        )
      }
    />
  );
}

function ApproveReversals({ ids, onClose, onDone }: BulkAsked) {
  const t = useText();
  const api = useApi();
  const seen = useEach<ReversalPreview>(ids, reversalPreviewPath);
  async function decide({ comment }: DecisionBody) {
    const versions = [...(seen?.previews ?? [])].map(([id, { version }]) => [id, version] as const);
    const sent = versions.map(([id]) => id);
    const body = { ids: sent, comment, previews: Object.fromEntries(versions) };
    const answered = sent.length > 0 ? await api.decideMany('reversals', 'approve', body) : [];
    onDone([...answered, ...(seen?.missing ?? []).map((id) => ({ id, ok: false, code: 'unavailable' }))]);
  }
  return (
    <RequestDialog
      verb="approve"
      title={t('recordRequests.ask.reversals.approve', { smart_count: ids.length })}
      ready={seen !== null}
      onClose={onClose}
      onDecide={decide}
    >
      <SelectionSums amounts={seen && [...seen.previews.values()]} missing={seen?.missing.length ?? 0} />
    </RequestDialog>
  );
}

type DecidePlainlyProps = BulkAsked & Pick<BulkRecordDecisionProps, 'resource' | 'verb'>;

function DecidePlainly({ ids, onClose, onDone, resource, verb }: DecidePlainlyProps) {
  const t = useText();
  const api = useApi();
  const { data } = useGetMany<ReversalRow>(resource, { ids });
  return (
    <RequestDialog
      verb={verb}
      title={t(`recordRequests.ask.${resource}.${verb}`, { smart_count: ids.length })}
      onClose={onClose}
      onDecide={async (body) => onDone(await api.decideMany(resource, verb, { ids, ...body }))}
    >
      {verb === 'approve' && <SelectionSums amounts={data ?? null} />}
    </RequestDialog>
  );
}
