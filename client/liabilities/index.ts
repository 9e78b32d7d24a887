import { lazyPage } from '../layout/lazyPage.ts';

export const liabilities = {
  name: 'liabilities',
  list: lazyPage(() => import('./LiabilityList.tsx'), 'LiabilityList'),
};
