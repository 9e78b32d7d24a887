import { Alert } from '@mui/material';
import { useGetIdentity } from 'react-admin';
import type { ContentReviewRow } from '#contract/content-reviews';
import { useMay } from '../auth/access.ts';
import { CaseBar } from '../decisions/CaseBar.tsx';
import { useDecide } from '../decisions/useDecide.ts';
import { useText } from '../i18n/useText.ts';
import { ContentDialog } from './ContentDialog.tsx';

const verbs = ['approve', 'reject'] as const;

/** Decides what was submitted; not by who submitted it. */
export function ContentDecision({ review: { id, state, requested_by } }: { review: ContentReviewRow }) {
  const t = useText();
  const { identity } = useGetIdentity();
  const decide = useDecide('content-reviews');
  const may = useMay('content-reviews', 'approve') && state === 'pending';
  const own = identity?.email === requested_by;
  const hint = (
    <Alert severity="info" sx={{ mt: 1.5 }}>
      {t('decisions.ownDecision')}
    </Alert>
  );
  return (
    <CaseBar
      resource="content-reviews"
      id={id}
      verbs={may && !own ? verbs : []}
      hint={may && own ? hint : null}
      dialog={({ verb, onClose, onDecided }) => (
        <ContentDialog
          key={verb}
          verb={verb}
          count={1}
          onClose={onClose}
          onDecide={async (body) => {
            await decide({ id, verb, body, done: t(`decisions.done.${verb}`) });
            onDecided();
          }}
        />
      )}
    />
  );
}
