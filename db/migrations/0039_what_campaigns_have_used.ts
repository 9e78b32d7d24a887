import type { Migration } from './migration.ts';

export const whatCampaignsHaveUsed: Migration = {
  name: '0039_what_campaigns_have_used',
  up: () => [
    // What the bonuses of a campaign come to: a list of campaigns reads one row each, however many invitees they brought (CAM-4).
    `CREATE TABLE campaign_totals (
       campaign_id {{integer}} PRIMARY KEY REFERENCES campaigns (id),
       pending_e8 {{integer}} NOT NULL,
       distributed_e8 {{integer}} NOT NULL
     ) {{strict}}`,
    `INSERT INTO campaign_totals
     SELECT campaign_id, CAST(sum(CASE WHEN state = 'pending' THEN amount_e8 ELSE 0 END) AS BIGINT),
       CAST(sum(CASE WHEN state = 'distributed' THEN amount_e8 ELSE 0 END) AS BIGINT)
     FROM bonuses GROUP BY campaign_id`,
  ],
  down: ['DROP TABLE campaign_totals'],
};
