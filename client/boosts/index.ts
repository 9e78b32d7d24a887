import { lazyPage } from '../layout/lazyPage.ts';

export const boosts = {
  name: 'boosts',
  list: lazyPage(() => import('./BoostList.tsx'), 'BoostList'),
  show: lazyPage(() => import('./BoostShow.tsx'), 'BoostShow'),
  create: lazyPage(() => import('./BoostForm.tsx'), 'BoostPage'),
};
