import { lazyPage } from '../layout/lazyPage.ts';

export const evaluations = {
  name: 'evaluations',
  list: lazyPage(() => import('./EvaluationList.tsx'), 'EvaluationList'),
};
