import type { Engine } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** CAM-3: a change is taken back once, while it waits, by who asked for it; the mark comes with that and never goes. */
const takenBack = `OLD.taken_back IS DISTINCT FROM NEW.taken_back AND NOT (OLD.taken_back = 0 AND OLD.state = 'pending' AND NEW.state = 'rejected'
  AND NEW.decided_by IS NOT DISTINCT FROM NEW.requested_by AND NEW.decided_by_id IS NOT DISTINCT FROM NEW.requested_by_id)`;

/** A sample that is signed off gets no further record. */
function samplesClosed(engine: Engine): string[] {
  if (engine === 'sqlite') {
    return [
      `CREATE TRIGGER audit_sample_records_no_insert BEFORE INSERT ON audit_sample_records
       WHEN (SELECT s.signed_at FROM audit_samples s WHERE s.id = NEW.sample_id) IS NOT NULL
       BEGIN SELECT RAISE(ABORT, 'audit_sample_records is append-only'); END`,
    ];
  }
  return [
    // The lock waits for a sign-off under way, and lets none begin before the record is in.
    `CREATE FUNCTION refuse_into_signed_sample() RETURNS trigger LANGUAGE plpgsql AS $$
     DECLARE signed BIGINT;
     BEGIN
       SELECT s.signed_at INTO signed FROM audit_samples s WHERE s.id = NEW.sample_id FOR SHARE;
       IF signed IS NOT NULL THEN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END IF;
       RETURN NEW;
     END $$`,
    `CREATE TRIGGER audit_sample_records_no_insert BEFORE INSERT ON audit_sample_records FOR EACH ROW EXECUTE FUNCTION refuse_into_signed_sample()`,
  ];
}

export const whatIsSignedOrTakenBackStays: Migration = {
  name: '0038_what_is_signed_or_taken_back_stays',
  up: (engine) => [
    engine === 'sqlite'
      ? `CREATE TRIGGER campaign_versions_taken_back BEFORE UPDATE ON campaign_versions WHEN ${takenBack}
         BEGIN SELECT RAISE(ABORT, 'campaign_versions is append-only'); END`
      : `CREATE TRIGGER campaign_versions_taken_back BEFORE UPDATE ON campaign_versions FOR EACH ROW WHEN (${takenBack}) EXECUTE FUNCTION refuse_change()`,
    ...samplesClosed(engine),
  ],
  down: [
    '{{sqlite}}DROP TRIGGER audit_sample_records_no_insert', '{{sqlite}}DROP TRIGGER campaign_versions_taken_back',
    '{{postgres}}DROP TRIGGER audit_sample_records_no_insert ON audit_sample_records', '{{postgres}}DROP FUNCTION refuse_into_signed_sample()',
    '{{postgres}}DROP TRIGGER campaign_versions_taken_back ON campaign_versions',
  ],
};
