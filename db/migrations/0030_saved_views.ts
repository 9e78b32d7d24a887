import type { Migration } from './migration.ts';

export const savedViews: Migration = {
  name: '0030_saved_views',
  up: () => [
    // How somebody wants to see a list: what is filtered (no search, nothing personal), the order, columns left out, how dense.
    `CREATE TABLE saved_views (
       id {{identityOnce}},
       staff_id {{integer}} NOT NULL REFERENCES staff (id),
       resource {{text}} NOT NULL,
       name {{text}} NOT NULL,
       shared {{integer}} NOT NULL CHECK (shared IN (0, 1)),
       filter {{text}} NOT NULL,
       sort {{text}} NOT NULL,
       hidden {{text}} NOT NULL,
       density {{text}} NOT NULL CHECK (density IN ('dense', 'roomy')),
       changed_at {{integer}} NOT NULL
     ) {{strict}}`,
    'CREATE UNIQUE INDEX saved_views_name ON saved_views (staff_id, resource, name)',
    'CREATE INDEX saved_views_shared ON saved_views (resource, id) WHERE shared = 1',
  ],
  down: ['DROP TABLE saved_views'],
};
