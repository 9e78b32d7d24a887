import { lazyPage } from '../layout/lazyPage.ts';

export const contentReviews = {
  name: 'content-reviews',
  list: lazyPage(() => import('./ContentReviewList.tsx'), 'ContentReviewList'),
  show: lazyPage(() => import('./ContentReviewShow.tsx'), 'ContentReviewShow'),
  create: lazyPage(() => import('./ContentReviewForm.tsx'), 'ContentReviewPage'),
};
