import { appendOnly, type Migration } from './migration.ts';

export const evaluationsAndTierReviews: Migration = {
  name: '0007_evaluations_and_tier_reviews',
  up: (engine) => [
    // A month is open until it stands here, then closed for ever. What it was judged by: the revision of what was known, and
    // the last trade and transfer that had arrived (a late one of an older, never evaluated month must not move it).
    `CREATE TABLE closed_months (
       month {{text}} PRIMARY KEY,
       run_id {{integer}} NOT NULL REFERENCES runs (id),
       closed_at {{integer}} NOT NULL,
       known_at {{integer}} NOT NULL,
       last_trade_id {{integer}} NOT NULL,
       last_transfer_id {{integer}} NOT NULL
     ) {{strict}}`,
    `CREATE TABLE evaluations (
       id {{identity}},
       month {{text}} NOT NULL REFERENCES closed_months (month),
       affiliate_id {{integer}} NOT NULL REFERENCES accounts (id),
       enrolment_id {{integer}} NOT NULL REFERENCES enrolments (id),
       rulebook_id {{integer}} NOT NULL REFERENCES rulebooks (id),
       programme {{text}} NOT NULL,
       tier_before {{integer}} NOT NULL,
       qualified_invitees {{integer}},
       volume_units {{integer}} NOT NULL,
       volume_fraction_e8 {{integer}} NOT NULL,
       tier_reached {{integer}} NOT NULL,
       outcome {{text}} NOT NULL CHECK (outcome IN ('promotion', 'retention', 'demotion')),
       boosted {{integer}} NOT NULL CHECK (boosted IN (0, 1)),
       known_at {{integer}} NOT NULL,
       UNIQUE (month, affiliate_id)
     ) {{strict}}`,
    'CREATE INDEX evaluations_affiliate ON evaluations (affiliate_id, month)',
    `CREATE TABLE tier_reviews (
       id {{identity}},
       evaluation_id {{integer}} NOT NULL UNIQUE REFERENCES evaluations (id),
       affiliate_id {{integer}} NOT NULL REFERENCES accounts (id),
       enrolment_id {{integer}} NOT NULL REFERENCES enrolments (id),
       programme {{text}} NOT NULL,
       month {{text}} NOT NULL,
       tier_from {{integer}} NOT NULL,
       tier_to {{integer}} NOT NULL,
       qualified_invitees {{integer}},
       volume_units {{integer}} NOT NULL,
       volume_fraction_e8 {{integer}} NOT NULL,
       created_at {{integer}} NOT NULL,
       state {{text}} NOT NULL CHECK (state IN ('pending', 'approved', 'rejected', 'superseded', 'withdrawn')),
       decided_by {{text}},
       decided_at {{integer}},
       comment {{text}},
       evidence {{text}}
     ) {{strict}}`,
    // the queue
    'CREATE INDEX tier_reviews_state ON tier_reviews (state, id)',
    'CREATE INDEX tier_reviews_affiliate ON tier_reviews (affiliate_id, id)',
    ...appendOnly(engine, 'closed_months', ['month', 'run_id', 'closed_at', 'known_at', 'last_trade_id', 'last_transfer_id']),
    ...appendOnly(engine, 'evaluations', ['id', 'month', 'affiliate_id', 'enrolment_id', 'rulebook_id', 'programme', 'tier_before', 'qualified_invitees', 'volume_units', 'volume_fraction_e8', 'tier_reached', 'outcome', 'boosted', 'known_at']),
    ...appendOnly(engine, 'tier_reviews', ['id', 'evaluation_id', 'affiliate_id', 'enrolment_id', 'programme', 'month', 'tier_from', 'tier_to',
      'qualified_invitees', 'volume_units', 'volume_fraction_e8', 'created_at']),
  ],
  down: ['DROP TABLE tier_reviews', 'DROP TABLE evaluations', 'DROP TABLE closed_months'],
};
