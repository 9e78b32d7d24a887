import { lazyPage } from '../layout/lazyPage.ts';

export const manifests = {
  name: 'manifests',
  list: lazyPage(() => import('./ManifestList.tsx'), 'ManifestList'),
  show: lazyPage(() => import('./ManifestShow.tsx'), 'ManifestShow'),
};
