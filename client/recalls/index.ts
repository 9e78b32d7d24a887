import { lazyPage } from '../layout/lazyPage.ts';

export const recalls = {
  name: 'recalls',
  list: lazyPage(() => import('./RecallList.tsx'), 'RecallList'),
};

export const RecallCheck = lazyPage(() => import('./RecallCheck.tsx'), 'RecallCheck');
