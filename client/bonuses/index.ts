import { lazyPage } from '../layout/lazyPage.ts';

export const bonuses = {
  name: 'bonuses',
  list: lazyPage(() => import('./BonusList.tsx'), 'BonusPage'),
};
