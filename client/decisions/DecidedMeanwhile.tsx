import { Alert } from '@mui/material';
import { useGetOne } from 'react-admin';
import type { Resource } from '#contract/policy';
import { useLabel, useText } from '../i18n/useText.ts';
import { useDecider } from '../auth/useDecider.ts';

interface Settled {
  id: string;
  state: string;
  decided_by: string | null;
}

/** Says that somebody else has decided the case that is open, and how. */
export function DecidedMeanwhile({ resource, id }: { resource: Resource; id: string }) {
  const t = useText();
  const label = useLabel();
  const me = useDecider();
  const { data } = useGetOne<Settled>(resource, { id });
  if (!data || !me || data.state === 'pending' || data.decided_by === me.name) return null;
  return (
    <Alert severity="info" role="status" sx={{ my: 1.5 }}>
      {t('worklist.decidedMeanwhile', { who: data.decided_by ?? t('worklist.theConsole'), state: label('state', data.state) })}
    </Alert>
  );
}
