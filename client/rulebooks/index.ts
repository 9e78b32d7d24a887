import { lazyPage } from '../layout/lazyPage.ts';

export const rulebooks = {
  name: 'rulebooks',
  list: lazyPage(() => import('./RulebookList.tsx'), 'RulebookList'),
  show: lazyPage(() => import('./RulebookShow.tsx'), 'RulebookShow'),
};
