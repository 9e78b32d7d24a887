import type { Migration } from './migration.ts';

/**
 * CAM-3: who asked for a change of a campaign may take it back; before, another person could only reject it. SQLite widens no CHECK in
 * place: a change that was taken back stands as `rejected` with this mark, and is read as `cancelled`.
 */
export const campaignChangesTakenBack: Migration = {
  name: '0025_campaign_changes_taken_back',
  up: () => [
    `ALTER TABLE campaign_versions ADD COLUMN taken_back {{integer}} NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1))`,
  ],
  down: ['ALTER TABLE campaign_versions DROP COLUMN taken_back'],
};
