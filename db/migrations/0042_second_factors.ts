import type { Migration } from './migration.ts';

export const secondFactors: Migration = {
  name: '0042_second_factors',
  up: () => [
    // What somebody's device makes its codes of; it counts once a code of it was seen. last_step: the latest code used, none before it is taken again.
    `CREATE TABLE second_factors (
       staff_id {{integer}} PRIMARY KEY REFERENCES staff (id),
       secret {{text}} NOT NULL,
       confirmed_at {{integer}},
       last_step {{integer}} NOT NULL
     ) {{strict}}`,
  ],
  down: ['DROP TABLE second_factors'],
};
