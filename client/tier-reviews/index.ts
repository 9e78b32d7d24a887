import { lazyPage } from '../layout/lazyPage.ts';

export const tierReviews = {
  name: 'tier-reviews',
  list: lazyPage(() => import('./TierReviewList.tsx'), 'TierReviewList'),
  show: lazyPage(() => import('./TierReviewShow.tsx'), 'TierReviewShow'),
};
