import { lazyPage } from '../layout/lazyPage.ts';

export const corrections = {
  name: 'corrections',
  list: lazyPage(() => import('./CorrectionList.tsx'), 'CorrectionList'),
  show: lazyPage(() => import('./CorrectionShow.tsx'), 'CorrectionShow'),
};
