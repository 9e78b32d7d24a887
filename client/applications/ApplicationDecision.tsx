import { Alert } from '@mui/material';
import { useGetIdentity } from 'react-admin';
import type { ApplicationRow } from '#contract/applications';
import { useMay } from '../auth/access.ts';
import { CaseBar } from '../decisions/CaseBar.tsx';
import { useDecide } from '../decisions/useDecide.ts';
import { useText } from '../i18n/useText.ts';
import { ApplicationDialog } from './ApplicationDialog.tsx';

const verbs = ['approve', 'reject'] as const;

/** Decides an application; not by who filed it. */
export function ApplicationDecision({ application: { id, state, requested_by } }: { application: ApplicationRow }) {
  const t = useText();
  const { identity } = useGetIdentity();
  const decide = useDecide('applications');
  const may = useMay('applications', 'approve') && state === 'pending';
  const own = identity?.email === requested_by;
  const hint = (
    <Alert severity="info" sx={{ mt: 1.5 }}>
      {t('decisions.ownDecision')}
    </Alert>
  );
  return (
    <CaseBar
      resource="applications"
      id={id}
      verbs={may && !own ? verbs : []}
      hint={may && own ? hint : null}
      dialog={({ verb, onClose, onDecided }) => (
        <ApplicationDialog
          key={verb}
          verb={verb}
          count={1}
          onClose={onClose}
          onDecide={async (comment) => {
            await decide({ id, verb, body: { comment }, done: t(`decisions.done.${verb}`) });
            onDecided();
          }}
        />
      )}
    />
  );
}
