import { lazyPage } from '../layout/lazyPage.ts';

export const decisions = {
  name: 'decisions',
  list: lazyPage(() => import('./DecisionList.tsx'), 'DecisionList'),
};
