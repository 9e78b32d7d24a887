import { lazyPage } from '../layout/lazyPage.ts';

export const campaignJoins = {
  name: 'campaign-joins',
  list: lazyPage(() => import('./JoinList.tsx'), 'JoinPage'),
};
