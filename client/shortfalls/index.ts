import { lazyPage } from '../layout/lazyPage.ts';

export const shortfalls = {
  name: 'shortfalls',
  list: lazyPage(() => import('./ShortfallList.tsx'), 'ShortfallList'),
};
