import type { DecidingMany } from '../decisions/BulkRequests.tsx';
import { RequestDialog } from '../decisions/RequestDialog.tsx';
import { useText } from '../i18n/useText.ts';

/** Asks why boosts are approved or rejected. */
export function BoostDialog({ count, ...deciding }: DecidingMany) {
  const t = useText();
  return <RequestDialog {...deciding} title={t(`boosts.ask.${deciding.verb}`, { smart_count: count })} />;
}
