import { lazyPage } from '../layout/lazyPage.ts';

export const payouts = {
  name: 'payouts',
  list: lazyPage(() => import('./PayoutList.tsx'), 'PayoutList'),
  show: lazyPage(() => import('./PayoutShow.tsx'), 'PayoutShow'),
};

export const payoutStops = {
  name: 'payout-stops',
  list: lazyPage(() => import('./StopList.tsx'), 'StopList'),
};
