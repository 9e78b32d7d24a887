import { lazyPage } from '../layout/lazyPage.ts';

export const signals = {
  name: 'signals',
  list: lazyPage(() => import('./SignalList.tsx'), 'SignalList'),
  show: lazyPage(() => import('./SignalShow.tsx'), 'SignalShow'),
};
