import { lazyPage } from '../layout/lazyPage.ts';

export const MonthsPage = lazyPage(() => import('./MonthsPage.tsx'), 'MonthsPage');
export const PerformancePage = lazyPage(() => import('./PerformancePage.tsx'), 'PerformancePage');
