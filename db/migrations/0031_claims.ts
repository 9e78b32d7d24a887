import type { Migration } from './migration.ts';

export const claims: Migration = {
  name: '0031_claims',
  up: () => [
    // Who has a request in hand, as long as it is pending: politeness among those who may decide it, never a right.
    `CREATE TABLE claims (
       id {{identityOnce}},
       resource {{text}} NOT NULL,
       case_id {{integer}} NOT NULL,
       staff_id {{integer}} NOT NULL REFERENCES staff (id),
       given_by_id {{integer}} REFERENCES staff (id),
       taken_at {{integer}} NOT NULL,
       until_at {{integer}} NOT NULL CHECK (taken_at <= until_at)
     ) {{strict}}`,
    'CREATE UNIQUE INDEX claims_case ON claims (resource, case_id)',
    'CREATE INDEX claims_staff ON claims (staff_id)',
  ],
  down: ['DROP TABLE claims'],
};
