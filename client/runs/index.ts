import { lazyPage } from '../layout/lazyPage.ts';

export const runs = {
  name: 'runs',
  list: lazyPage(() => import('./RunList.tsx'), 'RunList'),
  show: lazyPage(() => import('./RunShow.tsx'), 'RunShow'),
};
