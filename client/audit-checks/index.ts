import { lazyPage } from '../layout/lazyPage.ts';

export const auditChecks = {
  name: 'audit-checks',
  list: lazyPage(() => import('./AuditCheckList.tsx'), 'AuditCheckList'),
};
