import type { Engine } from '../dialect.ts';
import { appendOnly, type Migration } from './migration.ts';

const FAR = 8640000000000000;

/** A draft is written again and again; from its activation on a version stands. */
function appendOnlyOnceActivated(engine: Engine, table: string, columns: string[]): string[] {
  return appendOnly(engine, table, columns).map((statement) =>
    statement.replace(/WHEN (.*) BEGIN/, `WHEN OLD.state <> 'draft' AND ($1) BEGIN`).replace(/WHEN \((.*)\) EXECUTE/, `WHEN (OLD.state <> 'draft' AND ($1)) EXECUTE`));
}

const campaigns = (engine: Engine): string[] => [
  // CAM-2. `version_id`: the version in force, or the draft. What the clock alone does to `state` is done by who reads it, and by a sweep.
  `CREATE TABLE campaigns (
     id {{identity}},
     code {{text}} NOT NULL UNIQUE,
     kind {{text}} NOT NULL CHECK (kind IN ('public', 'exclusive')),
     audience {{text}} NOT NULL CHECK (audience IN ('all', 'joining')),
     state {{text}} NOT NULL CHECK (state IN ('draft', 'scheduled', 'active', 'paused', 'ended')),
     version_id {{integer}},
     created_by {{text}} NOT NULL,
     created_by_id {{integer}} REFERENCES staff (id),
     created_at {{integer}} NOT NULL,
     ended_at {{integer}}
   ) {{strict}}`,
  ...appendOnly(engine, 'campaigns', ['id', 'created_by', 'created_by_id', 'created_at']),
  // CAM-3. `document`: what the editor shows, as JSON; beside it what statements ask: `regions` and `programmes` as `,DE,FR,` ('' every
  // one), each task with its measure and days (null: no such task), and what one invitee costs. `changes`: the fields that differ from the
  // version `base_id`. In force over `[in_force_from, in_force_to)`; never, where it was rejected.
  `CREATE TABLE campaign_versions (
     id {{identity}},
     campaign_id {{integer}} NOT NULL REFERENCES campaigns (id),
     version {{integer}} NOT NULL,
     base_id {{integer}} REFERENCES campaign_versions (id),
     name {{text}} NOT NULL,
     document {{text}} NOT NULL,
     changes {{text}} NOT NULL,
     starts_at {{integer}} NOT NULL,
     ends_at {{integer}} NOT NULL CHECK (starts_at < ends_at),
     regions {{text}} NOT NULL,
     programmes {{text}} NOT NULL,
     kyc_rank {{integer}},
     kyc_days {{integer}},
     deposit_e8 {{integer}},
     deposit_days {{integer}},
     volume_e8 {{integer}},
     volume_days {{integer}},
     currency {{text}} NOT NULL,
     reward_e8 {{integer}} NOT NULL CHECK (reward_e8 > 0),
     budget_e8 {{integer}} NOT NULL CHECK (budget_e8 > 0),
     cap_e8 {{integer}} CHECK (cap_e8 > 0),
     state {{text}} NOT NULL CHECK (state IN ('draft', 'pending', 'approved', 'rejected')),
     second_person {{integer}} NOT NULL CHECK (second_person IN (0, 1)),
     reason {{text}},
     requested_by {{text}} NOT NULL,
     requested_by_id {{integer}} REFERENCES staff (id),
     requested_at {{integer}} NOT NULL,
     decided_by {{text}},
     decided_by_id {{integer}} REFERENCES staff (id),
     decided_at {{integer}},
     comment {{text}},
     in_force_from {{integer}},
     in_force_to {{integer}},
     UNIQUE (campaign_id, version)
   ) {{strict}}`,
  // one change of a campaign waits at a time; the queue
  `CREATE UNIQUE INDEX campaign_versions_pending ON campaign_versions (campaign_id) WHERE state = 'pending'`,
  'CREATE INDEX campaign_versions_state ON campaign_versions (state, id)',
  ...appendOnlyOnceActivated(engine, 'campaign_versions', ['id', 'campaign_id', 'version', 'base_id', 'name', 'document', 'changes', 'starts_at', 'ends_at',
    'regions', 'programmes', 'kyc_rank', 'kyc_days', 'deposit_e8', 'deposit_days', 'volume_e8', 'volume_days', 'currency', 'reward_e8', 'budget_e8', 'cap_e8',
    'second_person', 'reason', 'requested_by', 'requested_by_id', 'requested_at']),
];

const takingPart = (engine: Engine): string[] => [
  // When a campaign was open to new invitees: from its start on, less the pauses.
  `CREATE TABLE campaign_openings (
     id {{identity}},
     campaign_id {{integer}} NOT NULL REFERENCES campaigns (id),
     from_at {{integer}} NOT NULL,
     to_at {{integer}} NOT NULL CHECK (from_at <= to_at)
   ) {{strict}}`,
  `CREATE UNIQUE INDEX campaign_openings_current ON campaign_openings (campaign_id) WHERE to_at = ${FAR}`,
  'CREATE INDEX campaign_openings_at ON campaign_openings (campaign_id, from_at, to_at)',
  ...appendOnly(engine, 'campaign_openings', ['id', 'campaign_id', 'from_at', 'to_at'], ['to_at']),
  // CAM-1: holds until the enrolment ends that was open then. `import_id` 0: by staff.
  `CREATE TABLE campaign_joins (
     id {{identity}},
     join_id {{text}} NOT NULL UNIQUE,
     campaign_id {{integer}} NOT NULL REFERENCES campaigns (id),
     affiliate_id {{integer}} NOT NULL REFERENCES accounts (id),
     joined_at {{integer}} NOT NULL,
     requested_by {{text}} NOT NULL,
     import_id {{integer}} NOT NULL
   ) {{strict}}`,
  'CREATE INDEX campaign_joins_campaign ON campaign_joins (campaign_id, affiliate_id, joined_at)',
  'CREATE INDEX campaign_joins_affiliate ON campaign_joins (affiliate_id, id)',
  ...appendOnly(engine, 'campaign_joins', ['id', 'join_id', 'campaign_id', 'affiliate_id', 'joined_at', 'requested_by', 'import_id']),
  // who came through a campaign's link
  'CREATE INDEX bindings_campaign ON bindings (campaign, bound_at) WHERE campaign IS NOT NULL',
];

const bonuses = (engine: Engine): string[] => [
  // CAM-4. `record_id`: the record that cash became. No invitee's tasks pay the same side twice.
  `CREATE TABLE bonuses (
     id {{identity}},
     campaign_id {{integer}} NOT NULL REFERENCES campaigns (id),
     version_id {{integer}} NOT NULL REFERENCES campaign_versions (id),
     affiliate_id {{integer}} NOT NULL REFERENCES accounts (id),
     invitee_id {{integer}} NOT NULL REFERENCES accounts (id),
     side {{text}} NOT NULL CHECK (side IN ('inviter', 'invitee')),
     reward {{text}} NOT NULL CHECK (reward IN ('cash', 'trial_funds', 'fee_voucher')),
     amount_e8 {{integer}} NOT NULL CHECK (amount_e8 > 0),
     currency {{text}} NOT NULL,
     earned_at {{integer}} NOT NULL,
     awarded_at {{integer}} NOT NULL,
     run_id {{integer}} NOT NULL REFERENCES runs (id),
     record_id {{integer}} UNIQUE REFERENCES commission_records (id),
     state {{text}} NOT NULL CHECK (state IN ('pending', 'distributed', 'failed', 'reversed')),
     distributed_at {{integer}},
     reference {{text}},
     import_id {{integer}},
     UNIQUE (campaign_id, invitee_id, side)
   ) {{strict}}`,
  // what a campaign and each of its affiliates has used up
  'CREATE INDEX bonuses_used ON bonuses (campaign_id, affiliate_id, state, amount_e8)',
  'CREATE INDEX bonuses_affiliate ON bonuses (affiliate_id, id)',
  // cash whose record is on its way
  `CREATE INDEX bonuses_unpaid ON bonuses (record_id) WHERE state = 'pending' AND record_id IS NOT NULL`,
  'CREATE INDEX bonuses_run ON bonuses (run_id, currency, amount_e8)',
  ...appendOnly(engine, 'bonuses', ['id', 'campaign_id', 'version_id', 'affiliate_id', 'invitee_id', 'side', 'reward', 'amount_e8', 'currency', 'earned_at',
    'awarded_at', 'run_id', 'record_id']),
  // Tasks reached for which budget or cap had no room at the last run; the next one tries again.
  `CREATE TABLE bonus_waits (
     campaign_id {{integer}} NOT NULL REFERENCES campaigns (id),
     invitee_id {{integer}} NOT NULL REFERENCES accounts (id),
     affiliate_id {{integer}} NOT NULL REFERENCES accounts (id),
     reason {{text}} NOT NULL CHECK (reason IN ('budget_exhausted', 'cap_reached')),
     earned_at {{integer}} NOT NULL,
     run_id {{integer}} NOT NULL REFERENCES runs (id),
     PRIMARY KEY (campaign_id, invitee_id)
   ) {{strict}}`,
];

export const campaignsAndBonuses: Migration = {
  name: '0021_campaigns_and_bonuses',
  up: (engine) => [...campaigns(engine), ...takingPart(engine), ...bonuses(engine)],
  down: [
    'DROP TABLE bonus_waits', 'DROP TABLE bonuses', 'DROP INDEX bindings_campaign', 'DROP TABLE campaign_joins', 'DROP TABLE campaign_openings',
    'DROP TABLE campaign_versions', 'DROP TABLE campaigns',
  ],
};
