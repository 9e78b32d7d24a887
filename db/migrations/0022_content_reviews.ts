import { appendOnly, type Migration } from './migration.ts';

export const contentReviews: Migration = {
  name: '0022_content_reviews',
  up: (engine) => [
    // CAM-5: promotional content handed in before it is used. Its text stands in free_texts. `look_alikes`: what in it resembled one of
    // our names when it was handed in; `issued`: the decision as it was given out, by language. Both JSON.
    `CREATE TABLE content_reviews (
       id {{identity}},
       affiliate_id {{integer}} NOT NULL REFERENCES accounts (id),
       url {{text}} NOT NULL,
       channel {{text}} NOT NULL,
       text_id {{integer}} NOT NULL REFERENCES free_texts (id),
       look_alikes {{text}} NOT NULL,
       requested_by {{text}} NOT NULL,
       requested_by_id {{integer}} NOT NULL REFERENCES staff (id),
       requested_at {{integer}} NOT NULL,
       state {{text}} NOT NULL CHECK (state IN ('pending', 'approved', 'rejected')),
       reason_code {{text}},
       decided_by {{text}},
       decided_by_id {{integer}} REFERENCES staff (id),
       decided_at {{integer}},
       comment {{text}},
       issued {{text}}
     ) {{strict}}`,
    // the queue
    'CREATE INDEX content_reviews_state ON content_reviews (state, id)',
    // the history of one affiliate
    'CREATE INDEX content_reviews_affiliate ON content_reviews (affiliate_id, id)',
    ...appendOnly(engine, 'content_reviews', ['id', 'affiliate_id', 'url', 'channel', 'text_id', 'look_alikes', 'requested_by', 'requested_by_id',
      'requested_at']),
  ],
  down: ['DROP TABLE content_reviews'],
};
