import type { Migration } from './migration.ts';

export const importsAndRejects: Migration = {
  name: '0008_imports_and_rejects',
  up: () => [
    `CREATE TABLE imports (
       id {{identity}},
       feed {{text}} NOT NULL,
       file_name {{text}} NOT NULL,
       spool_path {{text}},
       state {{text}} NOT NULL CHECK (state IN ('running', 'done', 'failed')),
       dry_run {{integer}} NOT NULL,
       bytes_total {{integer}} NOT NULL,
       bytes_read {{integer}} NOT NULL,
       row_count {{integer}} NOT NULL,
       accepted {{integer}} NOT NULL,
       duplicates {{integer}} NOT NULL,
       conflicts {{integer}} NOT NULL,
       rejected {{integer}} NOT NULL,
       bindings_refused {{integer}} NOT NULL,
       error {{text}},
       error_line {{integer}},
       requested_by {{text}} NOT NULL,
       started_at {{integer}} NOT NULL,
       finished_at {{integer}}
     ) {{strict}}`,
    // outcome: rejected, conflict. fields: the original row as JSON, so that it can be mended and imported again.
    `CREATE TABLE import_rejects (
       id {{identity}},
       import_id {{integer}} NOT NULL REFERENCES imports (id),
       line {{integer}} NOT NULL,
       outcome {{text}} NOT NULL,
       column_name {{text}} NOT NULL,
       value {{text}} NOT NULL,
       code {{text}} NOT NULL,
       fields {{text}} NOT NULL
     ) {{strict}}`,
    'CREATE INDEX import_rejects_import ON import_rejects (import_id, id)',
  ],
  down: ['DROP TABLE import_rejects', 'DROP TABLE imports'],
};
