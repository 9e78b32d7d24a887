import { lazyPage } from '../layout/lazyPage.ts';

export const affiliates = {
  name: 'affiliates',
  recordRepresentation: 'uid',
  list: lazyPage(() => import('./AffiliateList.tsx'), 'AffiliateList'),
  show: lazyPage(() => import('./AffiliateShow.tsx'), 'AffiliateShow'),
};
