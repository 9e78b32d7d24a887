import type { Engine } from '../dialect.ts';
import { appendOnly, type Migration } from './migration.ts';

export const statusChangesAndBoosts: Migration = {
  name: '0013_status_changes_and_boosts',
  up: (engine) => [
    // Free texts about a person stand apart, so that they can be erased without touching what was decided (DESIGN 5).
    `CREATE TABLE free_texts (
       id {{identity}},
       account_id {{integer}} REFERENCES accounts (id),
       text {{text}} NOT NULL
     ) {{strict}}`,
    // A request and what became of it (STA-8). `seen`: the spans of what it changes from its effective instant on, as believed when
    // it was filed (STA-11). `holds_until`: until when a freeze holds without approval. `preview`: the effect as it was approved.
    `CREATE TABLE status_changes (
       id {{identity}},
       affiliate_id {{integer}} NOT NULL REFERENCES accounts (id),
       kind {{text}} NOT NULL CHECK (kind IN ('account_type', 'restrict', 'freeze', 'suspend', 'lift', 'leave', 'terminate')),
       from_value {{text}} NOT NULL,
       to_value {{text}} NOT NULL,
       reason_code {{text}} NOT NULL,
       text_id {{integer}} NOT NULL REFERENCES free_texts (id),
       evidence {{text}} NOT NULL,
       effective_at {{integer}} NOT NULL,
       holds_until {{integer}},
       seen {{text}} NOT NULL,
       source {{text}} NOT NULL CHECK (source IN ('staff', 'feed')),
       cause {{text}},
       requested_by {{text}} NOT NULL,
       requested_by_id {{integer}} REFERENCES staff (id),
       requested_role {{text}} NOT NULL,
       requested_at {{integer}} NOT NULL,
       state {{text}} NOT NULL CHECK (state IN ('pending', 'approved', 'applied', 'rejected', 'cancelled', 'lapsed')),
       decided_by {{text}},
       decided_by_id {{integer}} REFERENCES staff (id),
       decided_at {{integer}},
       comment {{text}},
       preview {{text}},
       applied_at {{integer}}
     ) {{strict}}`,
    // one pending request per affiliate and kind
    `CREATE UNIQUE INDEX status_changes_pending ON status_changes (affiliate_id, kind) WHERE state = 'pending'`,
    // the queue, and what falls due
    'CREATE INDEX status_changes_state ON status_changes (state, id)',
    // the timeline of one affiliate
    'CREATE INDEX status_changes_affiliate ON status_changes (affiliate_id, id)',
    ...appendOnly(engine, 'status_changes', ['id', 'affiliate_id', 'kind', 'from_value', 'to_value', 'reason_code', 'text_id', 'evidence',
      'effective_at', 'holds_until', 'seen', 'source', 'cause', 'requested_by', 'requested_by_id', 'requested_role', 'requested_at']),
    ...leavingByFeed(engine),
    ...boosts(engine),
  ],
  down: ['DROP TABLE boosts', 'DROP TABLE deactivations', 'DROP TABLE status_changes', 'DROP TABLE free_texts'],
};

function leavingByFeed(engine: Engine): string[] {
  return [
    // Leaving by feed: the fact as it came (ENR-7).
    `CREATE TABLE deactivations (
       id {{identity}},
       deactivation_id {{text}} NOT NULL UNIQUE,
       account_id {{integer}} NOT NULL REFERENCES accounts (id),
       ended_at {{integer}} NOT NULL,
       import_id {{integer}} NOT NULL
     ) {{strict}}`,
    ...appendOnly(engine, 'deactivations', ['id', 'deactivation_id', 'account_id', 'ended_at', 'import_id']),
  ];
}

function boosts(engine: Engine): string[] {
  return [
    // TIE-9: asked for by one, approved by another; an approved one becomes a row of boost_periods.
    `CREATE TABLE boosts (
       id {{identity}},
       affiliate_id {{integer}} REFERENCES accounts (id),
       programme {{text}} NOT NULL,
       from_at {{integer}} NOT NULL,
       to_at {{integer}} NOT NULL CHECK (from_at < to_at),
       text_id {{integer}} NOT NULL REFERENCES free_texts (id),
       requested_by {{text}} NOT NULL,
       requested_by_id {{integer}} NOT NULL REFERENCES staff (id),
       requested_at {{integer}} NOT NULL,
       state {{text}} NOT NULL CHECK (state IN ('pending', 'approved', 'rejected')),
       decided_by {{text}},
       decided_by_id {{integer}} REFERENCES staff (id),
       decided_at {{integer}},
       comment {{text}}
     ) {{strict}}`,
    'CREATE INDEX boosts_state ON boosts (state, id)',
    ...appendOnly(engine, 'boosts', ['id', 'affiliate_id', 'programme', 'from_at', 'to_at', 'text_id', 'requested_by', 'requested_by_id', 'requested_at']),
  ];
}
