import { askedByOthers } from '../lists/asked-by-others.ts';
import { NOTHING } from '../lists/condition.ts';
import type { ListSource } from '../lists/source.ts';

/** What was asked for among the staff, and what became of it. */
export const staffChangeSource: ListSource = {
  resource: 'staff-changes',
  from: 'staff_changes c',
  parameters: {},
  fields: {
    id: { sql: 'c.id' },
    kind: { sql: 'c.kind' },
    staff_id: { sql: 'c.staff_id', nullable: true },
    email: { sql: 'c.email' },
    name: { sql: 'c.name' },
    role_from: { sql: 'c.role_from', nullable: true },
    role_to: { sql: 'c.role_to' },
    reason: { sql: 'c.reason', nullable: true },
    requested_by: { sql: 'c.requested_by' },
    requested_at: { sql: 'c.requested_at' },
    state: { sql: 'c.state' },
    decided_by: { sql: 'c.decided_by', nullable: true },
    decided_at: { sql: 'c.decided_at', nullable: true },
    comment: { sql: 'c.comment', nullable: true },
  },
  extraFilters: {
    ...askedByOthers('c.requested_by'),
    // Whom it is about never decides.
    not_about: (value, bind) => (value === null ? NOTHING : `c.email <> ${bind(String(value))}`),
  },
  search: { email: (parameter) => `c.email = lower(${parameter})` },
  small: true,
  newest: '(SELECT max(id) FROM staff_changes)',
};
