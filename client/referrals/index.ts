import { lazyPage } from '../layout/lazyPage.ts';

export const referrals = {
  name: 'referrals',
  list: lazyPage(() => import('./ReferralList.tsx'), 'ReferralList'),
};
