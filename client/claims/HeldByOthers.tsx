import { Alert } from '@mui/material';
import { useDecider } from '../auth/useDecider.ts';
import { useText } from '../i18n/useText.ts';
import { useClaims } from './useClaims.ts';

/** Before a decision: that somebody else has the case in hand. It can be decided all the same. */
export function HeldByOthers({ resource, ids }: { resource: string; ids: readonly string[] }) {
  const t = useText();
  const me = useDecider();
  const others = useClaims().filter(
    ({ resource: of, case_id, holder, overdue }) => of === resource && ids.includes(case_id) && holder !== me?.name && !overdue,
  );
  if (others.length === 0) return null;
  return (
    <Alert severity="warning" role="status" sx={{ mb: 1.5 }}>
      {others.map(({ id, case_id, holder }) => (
        <div key={id}>{ids.length === 1 ? t('worklist.inOtherHand', { who: holder }) : `${case_id}: ${holder}`}</div>
      ))}
      {ids.length > 1 && t('worklist.inOtherHands')}
    </Alert>
  );
}
