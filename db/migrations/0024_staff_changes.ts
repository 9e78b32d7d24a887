import { appendOnly, type Migration } from './migration.ts';

export const staffChanges: Migration = {
  name: '0024_staff_changes',
  up: (engine) => [
    // What an administrator asks for among the staff, and what compliance says to it. Of an addition `staff_id` is set once agreed;
    // the values before (`role_from`) are those that the request was made against. Disabling is `applied` from the start.
    `CREATE TABLE staff_changes (
       id {{identity}},
       kind {{text}} NOT NULL CHECK (kind IN ('add', 'role', 'disable', 'enable')),
       staff_id {{integer}} REFERENCES staff (id),
       email {{text}} NOT NULL,
       name {{text}} NOT NULL,
       role_from {{text}},
       role_to {{text}} NOT NULL CHECK (role_to IN ('operations', 'compliance', 'support', 'admin')),
       reason {{text}},
       requested_by {{text}} NOT NULL,
       requested_by_id {{integer}} NOT NULL REFERENCES staff (id),
       requested_at {{integer}} NOT NULL,
       state {{text}} NOT NULL CHECK (state IN ('pending', 'approved', 'rejected', 'cancelled', 'applied')),
       decided_by {{text}},
       decided_by_id {{integer}} REFERENCES staff (id),
       decided_at {{integer}},
       comment {{text}},
       CHECK (staff_id IS NOT NULL OR kind = 'add')
     ) {{strict}}`,
    // one pending request about one person
    `CREATE UNIQUE INDEX staff_changes_pending ON staff_changes (email) WHERE state = 'pending'`,
    'CREATE INDEX staff_changes_state ON staff_changes (state, id)',
    ...appendOnly(engine, 'staff_changes', ['id', 'kind', 'email', 'name', 'role_from', 'role_to', 'reason', 'requested_by', 'requested_by_id',
      'requested_at']),
  ],
  down: ['DROP TABLE staff_changes'],
};
