import { lazyPage } from '../layout/lazyPage.ts';

export const commissions = {
  name: 'commissions',
  list: lazyPage(() => import('./CommissionList.tsx'), 'CommissionList'),
  show: lazyPage(() => import('./CommissionShow.tsx'), 'CommissionShow'),
};

export const TradeExplanation = lazyPage(() => import('./TradeExplanation.tsx'), 'TradeExplanation');
