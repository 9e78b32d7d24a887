import type { Deciding } from '../decisions/RequestDecision.tsx';
import { RequestDialog } from '../decisions/RequestDialog.tsx';
import { useText } from '../i18n/useText.ts';

/** Asks why promotions are approved or rejected: both need a comment (TIE-5). */
export function ReviewDialog({ count, ...deciding }: Deciding<'approve' | 'reject'> & { count: number }) {
  const t = useText();
  return <RequestDialog {...deciding} title={t(`reviews.ask.${deciding.verb}`, { smart_count: count })} commentNeeded />;
}
