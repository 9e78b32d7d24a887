import { useApi } from '../api/useRead.ts';
import type { BulkAsked } from '../decisions/BulkVerb.tsx';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
import { useText } from '../i18n/useText.ts';

/** Asks once for all of the chosen changes; each is decided on its own. */
export function BulkVersionDialog({ verb, ids, onClose, onDone }: BulkAsked & { verb: 'approve' | 'reject' }) {
  const t = useText();
  const api = useApi();
  return (
    <DecisionDialog
      title={t(`campaignVersions.ask.${verb}`, { smart_count: ids.length })}
      verb={t(`decisions.verb.${verb}`)}
      grave={verb === 'reject'}
      commentNeeded={verb === 'reject'}
      onClose={onClose}
      onDecide={async (comment) => onDone(await api.decideMany('campaign-versions', verb, { ids, comment }))}
    />
  );
}
