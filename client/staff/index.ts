import { lazyPage } from '../layout/lazyPage.ts';

export const staff = {
  name: 'staff',
  list: lazyPage(() => import('./StaffList.tsx'), 'StaffList'),
};
