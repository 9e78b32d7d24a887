import type { ListSource } from '../lists/source.ts';

/** The members of staff as a list: never a password's or a token's hash. */
export const staffSource: ListSource = {
  resource: 'staff',
  from: 'staff s',
  parameters: {},
  fields: {
    id: { sql: 's.id' },
    email: { sql: 's.email' },
    name: { sql: 's.name' },
    role: { sql: 's.role' },
    state: { sql: 's.state' },
    created_at: { sql: 's.created_at' },
  },
  search: {
    email: (parameter) => `s.email LIKE '%' || lower(${parameter}) || '%'`,
    name: (parameter) => `lower(s.name) LIKE '%' || lower(${parameter}) || '%'`,
  },
  small: true,
  newest: '(SELECT max(id) FROM staff)',
};
