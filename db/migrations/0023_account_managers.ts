import { appendOnly, type Migration } from './migration.ts';

const FAR = 8640000000000000;

export const accountManagers: Migration = {
  name: '0023_account_managers',
  up: (engine) => [
    // ENR-8: which member of staff looks after an affiliate over `[from_at, to_at)`.
    `CREATE TABLE account_managers (
       id {{identity}},
       affiliate_id {{integer}} NOT NULL REFERENCES accounts (id),
       staff_id {{integer}} NOT NULL REFERENCES staff (id),
       from_at {{integer}} NOT NULL,
       to_at {{integer}} NOT NULL CHECK (from_at <= to_at)
     ) {{strict}}`,
    'CREATE INDEX account_managers_affiliate ON account_managers (affiliate_id, from_at)',
    `CREATE UNIQUE INDEX account_managers_current ON account_managers (affiliate_id) WHERE to_at = ${FAR}`,
    // the affiliates of one manager
    'CREATE INDEX account_managers_staff ON account_managers (staff_id, to_at, affiliate_id)',
    ...appendOnly(engine, 'account_managers', ['id', 'affiliate_id', 'staff_id', 'from_at', 'to_at'], ['to_at']),
  ],
  down: ['DROP TABLE account_managers'],
};
