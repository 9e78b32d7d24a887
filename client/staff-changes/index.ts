import { lazyPage } from '../layout/lazyPage.ts';

export const staffChanges = {
  name: 'staff-changes',
  list: lazyPage(() => import('./StaffChangeList.tsx'), 'StaffChangeList'),
};
