import { lazyPage } from '../layout/lazyPage.ts';

export const auditEvents = {
  name: 'audit-events',
  list: lazyPage(() => import('./AuditEventList.tsx'), 'AuditEventList'),
  show: lazyPage(() => import('./AuditEventShow.tsx'), 'AuditEventShow'),
};
