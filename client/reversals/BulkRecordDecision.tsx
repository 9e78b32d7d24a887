import CheckIcon from '@mui/icons-material/Check';
import CloseIcon from '@mui/icons-material/Close';
import { useGetMany } from 'react-admin';
import type { ReversalPreview, ReversalRow } from '#contract/reversals';
import { useApi } from '../api/useRead.ts';
import type { VerbResult } from '../api/verbs.ts';
import { BulkVerb, type BulkAsked } from '../decisions/BulkVerb.tsx';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
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
  const t = useText();
  const approves = verb === 'approve';
  return (
    <BulkVerb
      verb={t(`decisions.verb.${verb}`)}
      icon={approves ? <CheckIcon /> : <CloseIcon />}
      grave={!approves}
      done={t(`decisions.done.${verb}`)}
      onFailures={onFailures}
      dialog={(asked) =>
        approves && resource === 'reversals' ? (
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
  async function decide(comment: string | undefined) {
    const versions = [...(seen?.previews ?? [])].map(([id, { version }]) => [id, version] as const);
    const sent = versions.map(([id]) => id);
    const body = { ids: sent, comment, previews: Object.fromEntries(versions) };
    const answered = sent.length > 0 ? await api.decideMany('reversals', 'approve', body) : [];
    onDone([...answered, ...(seen?.missing ?? []).map((id) => ({ id, ok: false, code: 'unavailable' }))]);
  }
  return (
    <DecisionDialog
      title={t('recordRequests.ask.reversals.approve', { smart_count: ids.length })}
      verb={t('decisions.verb.approve')}
      commentNeeded={false}
      ready={seen !== null}
      onClose={onClose}
      onDecide={decide}
    >
      <SelectionSums amounts={seen && [...seen.previews.values()]} missing={seen?.missing.length ?? 0} />
    </DecisionDialog>
  );
}

type DecidePlainlyProps = BulkAsked & Pick<BulkRecordDecisionProps, 'resource' | 'verb'>;

function DecidePlainly({ ids, onClose, onDone, resource, verb }: DecidePlainlyProps) {
  const t = useText();
  const api = useApi();
  const { data } = useGetMany<ReversalRow>(resource, { ids });
  return (
    <DecisionDialog
      title={t(`recordRequests.ask.${resource}.${verb}`, { smart_count: ids.length })}
      verb={t(`decisions.verb.${verb}`)}
      grave={verb === 'reject'}
      commentNeeded={verb === 'reject'}
      onClose={onClose}
      onDecide={async (comment) => onDone(await api.decideMany(resource, verb, { ids, comment }))}
    >
      {verb === 'approve' && <SelectionSums amounts={data ?? null} />}
    </DecisionDialog>
  );
}
