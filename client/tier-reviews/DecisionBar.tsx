import type { TierReviewRow } from '#contract/tier-reviews';
import { useMay } from '../auth/access.ts';
import { CaseBar } from '../decisions/CaseBar.tsx';
import { useDecide } from '../decisions/useDecide.ts';
import { useText } from '../i18n/useText.ts';
import { ReviewDialog } from './ReviewDialog.tsx';

const verbs = ['approve', 'reject'] as const;

/** Decides a review, or leads to the one before or after. */
export function DecisionBar({ review: { id, state } }: { review: TierReviewRow }) {
  const t = useText();
  const decide = useDecide('tier-reviews');
  const decidable = useMay('tier-reviews', 'approve') && state === 'pending';
  return (
    <CaseBar
      resource="tier-reviews"
      id={id}
      since="created_at"
      verbs={decidable ? verbs : []}
      dialog={({ verb, onClose, onDecided }) => (
        <ReviewDialog
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
