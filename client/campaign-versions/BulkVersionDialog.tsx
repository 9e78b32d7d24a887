import { useApi } from '../api/useRead.ts';
import type { BulkAsked } from '../decisions/BulkVerb.tsx';
import { RequestDialog } from '../decisions/RequestDialog.tsx';
import { useText } from '../i18n/useText.ts';

/** Asks once for all of the chosen changes; each is decided on its own. */
export function BulkVersionDialog({ verb, ids, onClose, onDone }: BulkAsked & { verb: 'approve' | 'reject' }) {
  const t = useText();
  const api = useApi();
  return (
    <RequestDialog
      verb={verb}
      title={t(`campaignVersions.ask.${verb}`, { smart_count: ids.length })}
      onClose={onClose}
      onDecide={async (body) => onDone(await api.decideMany('campaign-versions', verb, { ids, ...body }))}
    />
  );
}
