import type { Dossier, TierReviewRow } from '#contract/tier-reviews';

/** `GET /api/tier-reviews/:id/dossier`: the evidence with the review that it belongs to. */
export type ReviewDossier = Dossier & { review: TierReviewRow };
