import { lazyPage } from '../layout/lazyPage.ts';

export const PerformancePage = lazyPage(() => import('./PerformancePage.tsx'), 'PerformancePage');
