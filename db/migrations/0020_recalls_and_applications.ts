import { appendOnly, type Migration } from './migration.ts';

export const recallsAndApplications: Migration = {
  name: '0020_recalls_and_applications',
  up: (engine) => [
    // BIN-4 to BIN-6: every attempt to bind an existing account. `codes`: why it was refused, joined by `;`, else ''. A refused attempt
    // is no key of the feed: its recall_id may come again. `at`: when it arrived.
    `CREATE TABLE recalls (
       id {{identity}},
       recall_id {{text}} NOT NULL,
       account_id {{integer}} NOT NULL REFERENCES accounts (id),
       inviter_id {{integer}} REFERENCES accounts (id),
       inviter_code {{text}} NOT NULL,
       via {{text}} NOT NULL,
       attempted_at {{integer}} NOT NULL,
       confirmed_at {{integer}},
       codes {{text}} NOT NULL,
       at {{integer}} NOT NULL,
       import_id {{integer}} NOT NULL
     ) {{strict}}`,
    `CREATE UNIQUE INDEX recalls_accepted ON recalls (recall_id) WHERE codes = ''`,
    'CREATE INDEX recalls_by_key ON recalls (recall_id)',
    // the attempts of one account, and through one inviter
    'CREATE INDEX recalls_account ON recalls (account_id, id)',
    'CREATE INDEX recalls_inviter ON recalls (inviter_id, id)',
    ...appendOnly(engine, 'recalls', ['id', 'recall_id', 'account_id', 'inviter_id', 'inviter_code', 'via', 'attempted_at', 'confirmed_at', 'codes', 'at',
      'import_id']),
    // ENR-6: who asks to be admitted to `pro`. What the person wrote stands in free_texts. `import_id` 0: filed by staff.
    `CREATE TABLE applications (
       id {{identity}},
       application_id {{text}} NOT NULL UNIQUE,
       account_id {{integer}} NOT NULL REFERENCES accounts (id),
       applied_at {{integer}} NOT NULL,
       channels_id {{integer}} NOT NULL REFERENCES free_texts (id),
       audience_id {{integer}} NOT NULL REFERENCES free_texts (id),
       text_id {{integer}} NOT NULL REFERENCES free_texts (id),
       source {{text}} NOT NULL CHECK (source IN ('staff', 'feed')),
       requested_by {{text}} NOT NULL,
       requested_by_id {{integer}} REFERENCES staff (id),
       requested_at {{integer}} NOT NULL,
       import_id {{integer}} NOT NULL,
       state {{text}} NOT NULL CHECK (state IN ('pending', 'approved', 'rejected')),
       decided_by {{text}},
       decided_by_id {{integer}} REFERENCES staff (id),
       decided_at {{integer}},
       comment {{text}}
     ) {{strict}}`,
    'CREATE INDEX applications_state ON applications (state, id)',
    'CREATE INDEX applications_account ON applications (account_id, id)',
    ...appendOnly(engine, 'applications', ['id', 'application_id', 'account_id', 'applied_at', 'channels_id', 'audience_id', 'text_id', 'source',
      'requested_by', 'requested_by_id', 'requested_at', 'import_id']),
  ],
  // What was counted of their days goes with them.
  down: [`DELETE FROM feed_days WHERE feed IN ('recalls', 'applications')`, 'DROP TABLE applications', 'DROP TABLE recalls'],
};
