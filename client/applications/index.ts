import { lazyPage } from '../layout/lazyPage.ts';

export const applications = {
  name: 'applications',
  list: lazyPage(() => import('./ApplicationList.tsx'), 'ApplicationList'),
  show: lazyPage(() => import('./ApplicationShow.tsx'), 'ApplicationShow'),
  create: lazyPage(() => import('./ApplicationForm.tsx'), 'ApplicationPage'),
};
