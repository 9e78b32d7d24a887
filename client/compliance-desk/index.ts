import { lazyPage } from '../layout/lazyPage.ts';

export const ComplianceDesk = lazyPage(() => import('./ComplianceDesk.tsx'), 'ComplianceDesk');
