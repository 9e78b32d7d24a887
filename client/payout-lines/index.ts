import { lazyPage } from '../layout/lazyPage.ts';

export const payoutLines = {
  name: 'payout-lines',
  list: lazyPage(() => import('./PayoutLineList.tsx'), 'PayoutLineList'),
  show: lazyPage(() => import('./PayoutLineShow.tsx'), 'PayoutLineShow'),
};
