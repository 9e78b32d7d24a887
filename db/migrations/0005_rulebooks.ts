import { appendOnly, type Migration } from './migration.ts';

/** The document is the truth; the tables beside it are its projection for the engine's statements (RUL-1). */
export const rulebooks: Migration = {
  name: '0005_rulebooks',
  up: (engine) => [
    `CREATE TABLE rulebooks (
       id {{identity}},
       programme {{text}} NOT NULL,
       version {{integer}} NOT NULL,
       effective_from {{integer}} NOT NULL,
       effective_to {{integer}} NOT NULL,
       state {{text}} NOT NULL,
       document {{text}} NOT NULL,
       window_days {{integer}},
       api_excluded {{integer}} NOT NULL,
       vip_below {{integer}},
       proposed_by {{text}} NOT NULL,
       proposed_at {{integer}} NOT NULL,
       decided_by {{text}},
       decided_at {{integer}},
       UNIQUE (programme, version),
       UNIQUE (programme, effective_from)
     ) {{strict}}`,
    `CREATE TABLE rulebook_products (
       rulebook_id {{integer}} NOT NULL REFERENCES rulebooks (id),
       product {{text}} NOT NULL,
       family {{text}} NOT NULL,
       covered {{integer}} NOT NULL,
       recall_covered {{integer}} NOT NULL,
       PRIMARY KEY (rulebook_id, product)
     ) {{strict}}`,
    `CREATE TABLE rulebook_tiers (
       rulebook_id {{integer}} NOT NULL REFERENCES rulebooks (id),
       tier {{text}} NOT NULL,
       rate_bps {{integer}} NOT NULL,
       PRIMARY KEY (rulebook_id, tier)
     ) {{strict}}`,
    `CREATE TABLE rulebook_ratios (
       rulebook_id {{integer}} NOT NULL REFERENCES rulebooks (id),
       family {{text}} NOT NULL,
       default_bps {{integer}} NOT NULL,
       ceiling_bps {{integer}} NOT NULL,
       PRIMARY KEY (rulebook_id, family)
     ) {{strict}}`,
    `CREATE TABLE rulebook_countries (
       rulebook_id {{integer}} NOT NULL REFERENCES rulebooks (id),
       list {{text}} NOT NULL,
       country {{text}} NOT NULL,
       from_at {{integer}} NOT NULL,
       to_at {{integer}} NOT NULL,
       PRIMARY KEY (rulebook_id, list, country, from_at)
     ) {{strict}}`,
    `CREATE TABLE countries (code {{text}} PRIMARY KEY, name {{text}} NOT NULL) {{strict}}`,
    ...appendOnly(engine, 'rulebooks', ['id', 'programme', 'version', 'effective_from', 'document', 'window_days', 'api_excluded', 'vip_below', 'proposed_by', 'proposed_at']),
    ...appendOnly(engine, 'rulebook_products', ['rulebook_id', 'product', 'family', 'covered', 'recall_covered']),
    ...appendOnly(engine, 'rulebook_tiers', ['rulebook_id', 'tier', 'rate_bps']),
    ...appendOnly(engine, 'rulebook_ratios', ['rulebook_id', 'family', 'default_bps', 'ceiling_bps']),
    ...appendOnly(engine, 'rulebook_countries', ['rulebook_id', 'list', 'country', 'from_at', 'to_at']),
  ],
  down: ['DROP TABLE countries', 'DROP TABLE rulebook_countries', 'DROP TABLE rulebook_ratios', 'DROP TABLE rulebook_tiers', 'DROP TABLE rulebook_products', 'DROP TABLE rulebooks'],
};
