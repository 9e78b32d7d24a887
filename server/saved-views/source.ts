import type { ListSource } from '../lists/source.ts';
import { may, resources, type Role } from '../policy/contract.ts';
import { isOffered } from './store.ts';

/** One's own views and those that active staff share, of lists that one may read. */
export function savedViewSource(staffId: number, role: Role): ListSource {
  const lists = resources.filter((resource) => may(role, resource, 'read'));
  return {
    resource: 'saved-views',
    from: 'saved_views v JOIN staff s ON s.id = v.staff_id',
    where: `(v.staff_id = :staff_id OR (${isOffered})) AND v.resource IN (${lists.map((name) => `'${name}'`).join(', ')})`,
    parameters: { staff_id: staffId },
    fields: {
      id: { sql: 'v.id' },
      resource: { sql: 'v.resource' },
      name: { sql: 'v.name' },
      shared: { sql: 'v.shared' },
      author: { sql: 's.email' },
      mine: { sql: 'CASE WHEN v.staff_id = :staff_id THEN 1 ELSE 0 END' },
      filter: { sql: 'v.filter' },
      sort: { sql: 'v.sort' },
      hidden: { sql: 'v.hidden' },
      density: { sql: 'v.density' },
      changed_at: { sql: 'v.changed_at' },
    },
    small: true,
    newest: '(SELECT max(id) FROM saved_views)',
  };
}
