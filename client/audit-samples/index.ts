import { lazyPage } from '../layout/lazyPage.ts';

export const auditSamples = {
  name: 'audit-samples',
  list: lazyPage(() => import('./SampleList.tsx'), 'SampleList'),
  show: lazyPage(() => import('./SampleShow.tsx'), 'SampleShow'),
};
