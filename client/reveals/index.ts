import { lazyPage } from '../layout/lazyPage.ts';

export const reveals = {
  name: 'reveals',
  list: lazyPage(() => import('./RevealList.tsx'), 'RevealList'),
};
