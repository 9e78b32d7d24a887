import { appendOnly, type Migration } from './migration.ts';

export const notes: Migration = {
  name: '0017_notes',
  up: (engine) => [
    // What staff write beside an affiliate, a request or a record; never edited. `affiliate_id`: whose timeline it stands in.
    `CREATE TABLE notes (
       id {{identity}},
       subject_type {{text}} NOT NULL,
       subject_id {{text}} NOT NULL,
       affiliate_id {{integer}} REFERENCES accounts (id),
       kind {{text}} NOT NULL CHECK (kind IN ('note', 'feedback')),
       text_id {{integer}} NOT NULL REFERENCES free_texts (id),
       author {{text}} NOT NULL,
       author_id {{integer}} NOT NULL REFERENCES staff (id),
       at {{integer}} NOT NULL
     ) {{strict}}`,
    'CREATE INDEX notes_subject ON notes (subject_type, subject_id, id)',
    'CREATE INDEX notes_affiliate ON notes (affiliate_id, id)',
    ...appendOnly(engine, 'notes', ['id', 'subject_type', 'subject_id', 'affiliate_id', 'kind', 'text_id', 'author', 'author_id', 'at']),
  ],
  down: ['DROP TABLE notes'],
};
