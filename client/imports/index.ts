import { lazyPage } from '../layout/lazyPage.ts';

export const imports = {
  name: 'imports',
  list: lazyPage(() => import('./ImportList.tsx'), 'ImportList'),
  show: lazyPage(() => import('./ImportShow.tsx'), 'ImportShow'),
};
