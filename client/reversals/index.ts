import { lazyPage } from '../layout/lazyPage.ts';

export const reversals = {
  name: 'reversals',
  list: lazyPage(() => import('./ReversalList.tsx'), 'ReversalList'),
  show: lazyPage(() => import('./ReversalShow.tsx'), 'ReversalShow'),
};
