import type { Migration } from './migration.ts';

/**
 * `engine_head` is the one row that imports and runs lock: `revision` counts what the console has come to know,
 * `covered_until` is the end of the last commission run's day, `record_watermark` orders records by arrival.
 */
export const headsAndRevisions: Migration = {
  name: '0001_heads_and_revisions',
  up: (engine) => [
    ...(engine === 'postgres'
      ? [
          `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
           BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
        ]
      : []),
    `CREATE TABLE engine_head (
       id {{integer}} PRIMARY KEY CHECK (id = 1),
       revision {{integer}} NOT NULL,
       covered_until {{integer}} NOT NULL
     ) {{strict}}`,
    `INSERT INTO engine_head (id, revision, covered_until) VALUES (1, 0, 0)`,
    `CREATE TABLE revisions (
       seq {{integer}} PRIMARY KEY,
       at {{integer}} NOT NULL,
       cause {{text}} NOT NULL
     ) {{strict}}`,
  ],
  down: ['DROP TABLE revisions', 'DROP TABLE engine_head', '{{postgres}}DROP FUNCTION refuse_change()'],
};
