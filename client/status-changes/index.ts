import { lazyPage } from '../layout/lazyPage.ts';

export const statusChanges = {
  name: 'status-changes',
  list: lazyPage(() => import('./StatusChangeList.tsx'), 'StatusChangeList'),
  show: lazyPage(() => import('./StatusChangeShow.tsx'), 'StatusChangeShow'),
  create: lazyPage(() => import('./RequestForm.tsx'), 'RequestPage'),
};
