-- The schema that the migrations come to on SQLite, to read; nothing is made from it.
-- test/db/schema.test.ts compares it; run with UPDATE_SCHEMA=1 it draws it anew.

CREATE TABLE account_events (
  id INTEGER PRIMARY KEY,
  event_id TEXT NOT NULL UNIQUE,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  occurred_at INTEGER NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  import_id INTEGER NOT NULL
) STRICT;
CREATE INDEX account_events_account ON account_events (account_id, occurred_at);
CREATE TRIGGER account_events_no_delete BEFORE DELETE ON account_events BEGIN SELECT RAISE(ABORT, 'account_events is append-only'); END;
CREATE TRIGGER account_events_no_update BEFORE UPDATE ON account_events WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.event_id IS DISTINCT FROM NEW.event_id OR OLD.account_id IS DISTINCT FROM NEW.account_id OR OLD.occurred_at IS DISTINCT FROM NEW.occurred_at OR OLD.field IS DISTINCT FROM NEW.field OR OLD.value IS DISTINCT FROM NEW.value OR OLD.import_id IS DISTINCT FROM NEW.import_id BEGIN SELECT RAISE(ABORT, 'account_events is append-only'); END;

CREATE TABLE account_identities (
  account_id INTEGER PRIMARY KEY REFERENCES accounts (id),
  email TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;
CREATE INDEX account_identities_email ON account_identities (email);

CREATE TABLE account_managers (
  id INTEGER PRIMARY KEY,
  affiliate_id INTEGER NOT NULL REFERENCES accounts (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL CHECK (from_at <= to_at)
) STRICT;
CREATE INDEX account_managers_affiliate ON account_managers (affiliate_id, from_at);
CREATE UNIQUE INDEX account_managers_current ON account_managers (affiliate_id) WHERE to_at = 8640000000000000;
CREATE INDEX account_managers_staff ON account_managers (staff_id, to_at, affiliate_id);
CREATE TRIGGER account_managers_no_delete BEFORE DELETE ON account_managers BEGIN SELECT RAISE(ABORT, 'account_managers is append-only'); END;
CREATE TRIGGER account_managers_no_update BEFORE UPDATE ON account_managers WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.affiliate_id IS DISTINCT FROM NEW.affiliate_id OR OLD.staff_id IS DISTINCT FROM NEW.staff_id OR OLD.from_at IS DISTINCT FROM NEW.from_at BEGIN SELECT RAISE(ABORT, 'account_managers is append-only'); END;

CREATE TABLE account_states (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL CHECK (from_at < to_at),
  known_from INTEGER NOT NULL,
  known_to INTEGER NOT NULL,
  cause TEXT NOT NULL
) STRICT;
CREATE INDEX account_states_at ON account_states (account_id, field, from_at, to_at, known_from, known_to, value);
CREATE UNIQUE INDEX account_states_current ON account_states (account_id, field, from_at) WHERE known_to = 8640000000000000;
CREATE TRIGGER account_states_no_delete BEFORE DELETE ON account_states BEGIN SELECT RAISE(ABORT, 'account_states is append-only'); END;
CREATE TRIGGER account_states_no_update BEFORE UPDATE ON account_states WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.account_id IS DISTINCT FROM NEW.account_id OR OLD.field IS DISTINCT FROM NEW.field OR OLD.value IS DISTINCT FROM NEW.value OR OLD.from_at IS DISTINCT FROM NEW.from_at OR OLD.to_at IS DISTINCT FROM NEW.to_at OR OLD.known_from IS DISTINCT FROM NEW.known_from OR OLD.cause IS DISTINCT FROM NEW.cause BEGIN SELECT RAISE(ABORT, 'account_states is append-only'); END;

CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  registered_at INTEGER NOT NULL,
  country TEXT NOT NULL,
  account_type TEXT NOT NULL,
  kyc_level TEXT NOT NULL,
  vip_level INTEGER NOT NULL,
  referral_code TEXT UNIQUE,
  inviter_code TEXT,
  inviter_channel TEXT,
  inviter_campaign TEXT,
  import_id INTEGER NOT NULL
) STRICT;
CREATE TRIGGER accounts_no_delete BEFORE DELETE ON accounts BEGIN SELECT RAISE(ABORT, 'accounts is append-only'); END;
CREATE TRIGGER accounts_no_update BEFORE UPDATE ON accounts WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.uid IS DISTINCT FROM NEW.uid OR OLD.registered_at IS DISTINCT FROM NEW.registered_at OR OLD.country IS DISTINCT FROM NEW.country OR OLD.account_type IS DISTINCT FROM NEW.account_type OR OLD.kyc_level IS DISTINCT FROM NEW.kyc_level OR OLD.vip_level IS DISTINCT FROM NEW.vip_level OR OLD.referral_code IS DISTINCT FROM NEW.referral_code OR OLD.inviter_code IS DISTINCT FROM NEW.inviter_code OR OLD.inviter_channel IS DISTINCT FROM NEW.inviter_channel OR OLD.inviter_campaign IS DISTINCT FROM NEW.inviter_campaign OR OLD.import_id IS DISTINCT FROM NEW.import_id BEGIN SELECT RAISE(ABORT, 'accounts is append-only'); END;

CREATE TABLE applications (
  id INTEGER PRIMARY KEY,
  application_id TEXT NOT NULL UNIQUE,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  applied_at INTEGER NOT NULL,
  channels_id INTEGER NOT NULL REFERENCES free_texts (id),
  audience_id INTEGER NOT NULL REFERENCES free_texts (id),
  text_id INTEGER NOT NULL REFERENCES free_texts (id),
  source TEXT NOT NULL CHECK (source IN ('staff', 'feed')),
  requested_by TEXT NOT NULL,
  requested_by_id INTEGER REFERENCES staff (id),
  requested_at INTEGER NOT NULL,
  import_id INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'rejected')),
  decided_by TEXT,
  decided_by_id INTEGER REFERENCES staff (id),
  decided_at INTEGER,
  comment TEXT
) STRICT;
CREATE INDEX applications_account ON applications (account_id, id);
CREATE INDEX applications_decided ON applications (decided_at) WHERE decided_by IS NOT NULL;
CREATE INDEX applications_state ON applications (state, id);
CREATE TRIGGER applications_no_delete BEFORE DELETE ON applications BEGIN SELECT RAISE(ABORT, 'applications is append-only'); END;
CREATE TRIGGER applications_no_update BEFORE UPDATE ON applications WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.application_id IS DISTINCT FROM NEW.application_id OR OLD.account_id IS DISTINCT FROM NEW.account_id OR OLD.applied_at IS DISTINCT FROM NEW.applied_at OR OLD.channels_id IS DISTINCT FROM NEW.channels_id OR OLD.audience_id IS DISTINCT FROM NEW.audience_id OR OLD.text_id IS DISTINCT FROM NEW.text_id OR OLD.source IS DISTINCT FROM NEW.source OR OLD.requested_by IS DISTINCT FROM NEW.requested_by OR OLD.requested_by_id IS DISTINCT FROM NEW.requested_by_id OR OLD.requested_at IS DISTINCT FROM NEW.requested_at OR OLD.import_id IS DISTINCT FROM NEW.import_id BEGIN SELECT RAISE(ABORT, 'applications is append-only'); END;

CREATE TABLE audit_events (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  role TEXT NOT NULL,
  action TEXT NOT NULL,
  subject_type TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  changes TEXT NOT NULL,
  reason TEXT,
  request_id TEXT,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_events_actor ON audit_events (actor, seq);
CREATE INDEX audit_events_at ON audit_events (at);
CREATE INDEX audit_events_searches ON audit_events (seq) WHERE action = 'account.searched_by_email';
CREATE INDEX audit_events_subject ON audit_events (subject_type, subject_id, seq);
CREATE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events BEGIN SELECT RAISE(ABORT, 'audit_events is append-only'); END;
CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events WHEN OLD.seq IS DISTINCT FROM NEW.seq OR OLD.at IS DISTINCT FROM NEW.at OR OLD.actor IS DISTINCT FROM NEW.actor OR OLD.role IS DISTINCT FROM NEW.role OR OLD.action IS DISTINCT FROM NEW.action OR OLD.subject_type IS DISTINCT FROM NEW.subject_type OR OLD.subject_id IS DISTINCT FROM NEW.subject_id OR OLD.changes IS DISTINCT FROM NEW.changes OR OLD.reason IS DISTINCT FROM NEW.reason OR OLD.request_id IS DISTINCT FROM NEW.request_id OR OLD.prev IS DISTINCT FROM NEW.prev OR OLD.hash IS DISTINCT FROM NEW.hash BEGIN SELECT RAISE(ABORT, 'audit_events is append-only'); END;

CREATE TABLE audit_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE TABLE audit_sample_records (
id INTEGER PRIMARY KEY,
sample_id INTEGER NOT NULL REFERENCES audit_samples (id),
position INTEGER NOT NULL,
record_id INTEGER NOT NULL REFERENCES commission_records (id),
draw TEXT NOT NULL,
stored TEXT NOT NULL,
derived TEXT,
stored_e8 INTEGER NOT NULL,
derived_e8 INTEGER,
agrees INTEGER NOT NULL CHECK (agrees IN (0, 1)),
performed_at INTEGER NOT NULL,
conclusion TEXT CHECK (conclusion IN ('as_recorded', 'explained', 'exception')),
note TEXT,
concluded_by TEXT,
concluded_at INTEGER,
signed_at INTEGER,
UNIQUE (sample_id, position),
UNIQUE (sample_id, record_id)
   ) STRICT;
CREATE TRIGGER audit_sample_records_no_delete BEFORE DELETE ON audit_sample_records BEGIN SELECT RAISE(ABORT, 'audit_sample_records is append-only'); END;
CREATE TRIGGER audit_sample_records_no_insert BEFORE INSERT ON audit_sample_records
  WHEN (SELECT s.signed_at FROM audit_samples s WHERE s.id = NEW.sample_id) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'audit_sample_records is append-only'); END;
CREATE TRIGGER audit_sample_records_no_update BEFORE UPDATE ON audit_sample_records WHEN OLD.signed_at IS NOT NULL OR OLD.id IS DISTINCT FROM NEW.id OR OLD.sample_id IS DISTINCT FROM NEW.sample_id OR OLD.position IS DISTINCT FROM NEW.position OR OLD.record_id IS DISTINCT FROM NEW.record_id OR OLD.draw IS DISTINCT FROM NEW.draw OR OLD.stored IS DISTINCT FROM NEW.stored OR OLD.derived IS DISTINCT FROM NEW.derived OR OLD.stored_e8 IS DISTINCT FROM NEW.stored_e8 OR OLD.derived_e8 IS DISTINCT FROM NEW.derived_e8 OR OLD.agrees IS DISTINCT FROM NEW.agrees OR OLD.performed_at IS DISTINCT FROM NEW.performed_at BEGIN SELECT RAISE(ABORT, 'audit_sample_records is append-only'); END;

CREATE TABLE audit_samples (
id INTEGER PRIMARY KEY,
seed TEXT NOT NULL,
filter TEXT NOT NULL,
size INTEGER NOT NULL CHECK (size > 0),
population INTEGER NOT NULL CHECK (population > 0),
last_record_id INTEGER NOT NULL,
drawn_by TEXT NOT NULL,
drawn_by_id INTEGER NOT NULL REFERENCES staff (id),
drawn_at INTEGER NOT NULL,
conclusion TEXT CHECK (conclusion IN ('satisfactory', 'with_exceptions', 'unsatisfactory')),
comment TEXT,
signed_by TEXT,
signed_by_id INTEGER REFERENCES staff (id),
signed_at INTEGER
   ) STRICT;
CREATE TRIGGER audit_samples_no_delete BEFORE DELETE ON audit_samples BEGIN SELECT RAISE(ABORT, 'audit_samples is append-only'); END;
CREATE TRIGGER audit_samples_no_update BEFORE UPDATE ON audit_samples WHEN OLD.signed_at IS NOT NULL OR OLD.id IS DISTINCT FROM NEW.id OR OLD.seed IS DISTINCT FROM NEW.seed OR OLD.filter IS DISTINCT FROM NEW.filter OR OLD.size IS DISTINCT FROM NEW.size OR OLD.population IS DISTINCT FROM NEW.population OR OLD.last_record_id IS DISTINCT FROM NEW.last_record_id OR OLD.drawn_by IS DISTINCT FROM NEW.drawn_by OR OLD.drawn_by_id IS DISTINCT FROM NEW.drawn_by_id OR OLD.drawn_at IS DISTINCT FROM NEW.drawn_at BEGIN SELECT RAISE(ABORT, 'audit_samples is append-only'); END;

CREATE TABLE binding_refusals (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  inviter_id INTEGER REFERENCES accounts (id),
  inviter_code TEXT NOT NULL,
  codes TEXT NOT NULL,
  at INTEGER NOT NULL,
  import_id INTEGER NOT NULL
) STRICT;
CREATE INDEX binding_refusals_account ON binding_refusals (account_id);
CREATE INDEX binding_refusals_import ON binding_refusals (import_id);
CREATE TRIGGER binding_refusals_no_delete BEFORE DELETE ON binding_refusals BEGIN SELECT RAISE(ABORT, 'binding_refusals is append-only'); END;
CREATE TRIGGER binding_refusals_no_update BEFORE UPDATE ON binding_refusals WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.account_id IS DISTINCT FROM NEW.account_id OR OLD.inviter_id IS DISTINCT FROM NEW.inviter_id OR OLD.inviter_code IS DISTINCT FROM NEW.inviter_code OR OLD.codes IS DISTINCT FROM NEW.codes OR OLD.at IS DISTINCT FROM NEW.at OR OLD.import_id IS DISTINCT FROM NEW.import_id BEGIN SELECT RAISE(ABORT, 'binding_refusals is append-only'); END;

CREATE TABLE bindings (
  id INTEGER PRIMARY KEY,
  invitee_id INTEGER NOT NULL UNIQUE REFERENCES accounts (id),
  inviter_id INTEGER NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL CHECK (kind IN ('registration', 'recall')),
  bound_at INTEGER NOT NULL,
  window_start_at INTEGER NOT NULL,
  channel TEXT,
  campaign TEXT,
  late_month TEXT,
  known_from INTEGER NOT NULL,
  import_id INTEGER NOT NULL
) STRICT;
CREATE INDEX bindings_bound ON bindings (bound_at);
CREATE INDEX bindings_campaign ON bindings (campaign, bound_at) WHERE campaign IS NOT NULL;
CREATE INDEX bindings_invitee ON bindings (invitee_id, bound_at, known_from, inviter_id, kind, window_start_at);
CREATE INDEX bindings_inviter ON bindings (inviter_id, bound_at);
CREATE TRIGGER bindings_no_delete BEFORE DELETE ON bindings BEGIN SELECT RAISE(ABORT, 'bindings is append-only'); END;
CREATE TRIGGER bindings_no_update BEFORE UPDATE ON bindings WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.invitee_id IS DISTINCT FROM NEW.invitee_id OR OLD.inviter_id IS DISTINCT FROM NEW.inviter_id OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.bound_at IS DISTINCT FROM NEW.bound_at OR OLD.window_start_at IS DISTINCT FROM NEW.window_start_at OR OLD.channel IS DISTINCT FROM NEW.channel OR OLD.campaign IS DISTINCT FROM NEW.campaign OR OLD.late_month IS DISTINCT FROM NEW.late_month OR OLD.known_from IS DISTINCT FROM NEW.known_from OR OLD.import_id IS DISTINCT FROM NEW.import_id BEGIN SELECT RAISE(ABORT, 'bindings is append-only'); END;

CREATE TABLE bonus_waits (
campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
invitee_id INTEGER NOT NULL REFERENCES accounts (id),
affiliate_id INTEGER NOT NULL REFERENCES accounts (id),
reason TEXT NOT NULL CHECK (reason IN ('budget_exhausted', 'cap_reached')),
earned_at INTEGER NOT NULL,
run_id INTEGER NOT NULL REFERENCES runs (id),
PRIMARY KEY (campaign_id, invitee_id)
   ) STRICT;

CREATE TABLE bonuses (
id INTEGER PRIMARY KEY,
campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
version_id INTEGER NOT NULL REFERENCES campaign_versions (id),
affiliate_id INTEGER NOT NULL REFERENCES accounts (id),
invitee_id INTEGER NOT NULL REFERENCES accounts (id),
side TEXT NOT NULL CHECK (side IN ('inviter', 'invitee')),
reward TEXT NOT NULL CHECK (reward IN ('cash', 'trial_funds', 'fee_voucher')),
amount_e8 INTEGER NOT NULL CHECK (amount_e8 > 0),
currency TEXT NOT NULL,
earned_at INTEGER NOT NULL,
awarded_at INTEGER NOT NULL,
run_id INTEGER NOT NULL REFERENCES runs (id),
record_id INTEGER UNIQUE REFERENCES commission_records (id),
state TEXT NOT NULL CHECK (state IN ('pending', 'distributed', 'failed', 'reversed')),
distributed_at INTEGER,
reference TEXT,
import_id INTEGER,
UNIQUE (campaign_id, invitee_id, side)
   ) STRICT;
CREATE INDEX bonuses_affiliate ON bonuses (affiliate_id, id);
CREATE INDEX bonuses_run ON bonuses (run_id, currency, amount_e8);
CREATE INDEX bonuses_unpaid ON bonuses (record_id) WHERE state = 'pending' AND record_id IS NOT NULL;
CREATE INDEX bonuses_used ON bonuses (campaign_id, affiliate_id, state, amount_e8);
CREATE TRIGGER bonuses_no_delete BEFORE DELETE ON bonuses BEGIN SELECT RAISE(ABORT, 'bonuses is append-only'); END;
CREATE TRIGGER bonuses_no_update BEFORE UPDATE ON bonuses WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.campaign_id IS DISTINCT FROM NEW.campaign_id OR OLD.version_id IS DISTINCT FROM NEW.version_id OR OLD.affiliate_id IS DISTINCT FROM NEW.affiliate_id OR OLD.invitee_id IS DISTINCT FROM NEW.invitee_id OR OLD.side IS DISTINCT FROM NEW.side OR OLD.reward IS DISTINCT FROM NEW.reward OR OLD.amount_e8 IS DISTINCT FROM NEW.amount_e8 OR OLD.currency IS DISTINCT FROM NEW.currency OR OLD.earned_at IS DISTINCT FROM NEW.earned_at OR OLD.awarded_at IS DISTINCT FROM NEW.awarded_at OR OLD.run_id IS DISTINCT FROM NEW.run_id OR OLD.record_id IS DISTINCT FROM NEW.record_id BEGIN SELECT RAISE(ABORT, 'bonuses is append-only'); END;

CREATE TABLE boost_periods (
  id INTEGER PRIMARY KEY,
  account_id INTEGER REFERENCES accounts (id),
  programme TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL CHECK (from_at < to_at),
  known_from INTEGER NOT NULL,
  known_to INTEGER NOT NULL,
  cause TEXT NOT NULL
) STRICT;
CREATE TRIGGER boost_periods_no_delete BEFORE DELETE ON boost_periods BEGIN SELECT RAISE(ABORT, 'boost_periods is append-only'); END;
CREATE TRIGGER boost_periods_no_update BEFORE UPDATE ON boost_periods WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.account_id IS DISTINCT FROM NEW.account_id OR OLD.programme IS DISTINCT FROM NEW.programme OR OLD.from_at IS DISTINCT FROM NEW.from_at OR OLD.to_at IS DISTINCT FROM NEW.to_at OR OLD.known_from IS DISTINCT FROM NEW.known_from OR OLD.cause IS DISTINCT FROM NEW.cause BEGIN SELECT RAISE(ABORT, 'boost_periods is append-only'); END;

CREATE TABLE boosts (
  id INTEGER PRIMARY KEY,
  affiliate_id INTEGER REFERENCES accounts (id),
  programme TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL CHECK (from_at < to_at),
  text_id INTEGER NOT NULL REFERENCES free_texts (id),
  requested_by TEXT NOT NULL,
  requested_by_id INTEGER NOT NULL REFERENCES staff (id),
  requested_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'rejected')),
  decided_by TEXT,
  decided_by_id INTEGER REFERENCES staff (id),
  decided_at INTEGER,
  comment TEXT
) STRICT;
CREATE INDEX boosts_state ON boosts (state, id);
CREATE TRIGGER boosts_no_delete BEFORE DELETE ON boosts BEGIN SELECT RAISE(ABORT, 'boosts is append-only'); END;
CREATE TRIGGER boosts_no_update BEFORE UPDATE ON boosts WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.affiliate_id IS DISTINCT FROM NEW.affiliate_id OR OLD.programme IS DISTINCT FROM NEW.programme OR OLD.from_at IS DISTINCT FROM NEW.from_at OR OLD.to_at IS DISTINCT FROM NEW.to_at OR OLD.text_id IS DISTINCT FROM NEW.text_id OR OLD.requested_by IS DISTINCT FROM NEW.requested_by OR OLD.requested_by_id IS DISTINCT FROM NEW.requested_by_id OR OLD.requested_at IS DISTINCT FROM NEW.requested_at BEGIN SELECT RAISE(ABORT, 'boosts is append-only'); END;

CREATE TABLE campaign_joins (
id INTEGER PRIMARY KEY,
join_id TEXT NOT NULL UNIQUE,
campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
affiliate_id INTEGER NOT NULL REFERENCES accounts (id),
joined_at INTEGER NOT NULL,
requested_by TEXT NOT NULL,
import_id INTEGER NOT NULL
   ) STRICT;
CREATE INDEX campaign_joins_affiliate ON campaign_joins (affiliate_id, id);
CREATE INDEX campaign_joins_campaign ON campaign_joins (campaign_id, affiliate_id, joined_at);
CREATE TRIGGER campaign_joins_no_delete BEFORE DELETE ON campaign_joins BEGIN SELECT RAISE(ABORT, 'campaign_joins is append-only'); END;
CREATE TRIGGER campaign_joins_no_update BEFORE UPDATE ON campaign_joins WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.join_id IS DISTINCT FROM NEW.join_id OR OLD.campaign_id IS DISTINCT FROM NEW.campaign_id OR OLD.affiliate_id IS DISTINCT FROM NEW.affiliate_id OR OLD.joined_at IS DISTINCT FROM NEW.joined_at OR OLD.requested_by IS DISTINCT FROM NEW.requested_by OR OLD.import_id IS DISTINCT FROM NEW.import_id BEGIN SELECT RAISE(ABORT, 'campaign_joins is append-only'); END;

CREATE TABLE campaign_openings (
id INTEGER PRIMARY KEY,
campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
from_at INTEGER NOT NULL,
to_at INTEGER NOT NULL CHECK (from_at <= to_at)
   ) STRICT;
CREATE INDEX campaign_openings_at ON campaign_openings (campaign_id, from_at, to_at);
CREATE UNIQUE INDEX campaign_openings_current ON campaign_openings (campaign_id) WHERE to_at = 8640000000000000;
CREATE TRIGGER campaign_openings_no_delete BEFORE DELETE ON campaign_openings BEGIN SELECT RAISE(ABORT, 'campaign_openings is append-only'); END;
CREATE TRIGGER campaign_openings_no_update BEFORE UPDATE ON campaign_openings WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.campaign_id IS DISTINCT FROM NEW.campaign_id OR OLD.from_at IS DISTINCT FROM NEW.from_at BEGIN SELECT RAISE(ABORT, 'campaign_openings is append-only'); END;

CREATE TABLE campaign_totals (
  campaign_id INTEGER PRIMARY KEY REFERENCES campaigns (id),
  pending_e8 INTEGER NOT NULL,
  distributed_e8 INTEGER NOT NULL
) STRICT;

CREATE TABLE campaign_versions (
id INTEGER PRIMARY KEY,
campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
version INTEGER NOT NULL,
base_id INTEGER REFERENCES campaign_versions (id),
name TEXT NOT NULL,
document TEXT NOT NULL,
changes TEXT NOT NULL,
starts_at INTEGER NOT NULL,
ends_at INTEGER NOT NULL CHECK (starts_at < ends_at),
regions TEXT NOT NULL,
programmes TEXT NOT NULL,
kyc_rank INTEGER,
kyc_days INTEGER,
deposit_e8 INTEGER,
deposit_days INTEGER,
volume_e8 INTEGER,
volume_days INTEGER,
currency TEXT NOT NULL,
reward_e8 INTEGER NOT NULL CHECK (reward_e8 > 0),
budget_e8 INTEGER NOT NULL CHECK (budget_e8 > 0),
cap_e8 INTEGER CHECK (cap_e8 > 0),
state TEXT NOT NULL CHECK (state IN ('draft', 'pending', 'approved', 'rejected')),
second_person INTEGER NOT NULL CHECK (second_person IN (0, 1)),
reason TEXT,
requested_by TEXT NOT NULL,
requested_by_id INTEGER REFERENCES staff (id),
requested_at INTEGER NOT NULL,
decided_by TEXT,
decided_by_id INTEGER REFERENCES staff (id),
decided_at INTEGER,
comment TEXT,
in_force_from INTEGER,
in_force_to INTEGER, taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1)),
UNIQUE (campaign_id, version)
   ) STRICT;
CREATE UNIQUE INDEX campaign_versions_pending ON campaign_versions (campaign_id) WHERE state = 'pending';
CREATE INDEX campaign_versions_state ON campaign_versions (state, id);
CREATE TRIGGER campaign_versions_no_delete BEFORE DELETE ON campaign_versions BEGIN SELECT RAISE(ABORT, 'campaign_versions is append-only'); END;
CREATE TRIGGER campaign_versions_no_update BEFORE UPDATE ON campaign_versions WHEN OLD.state <> 'draft' AND (OLD.id IS DISTINCT FROM NEW.id OR OLD.campaign_id IS DISTINCT FROM NEW.campaign_id OR OLD.version IS DISTINCT FROM NEW.version OR OLD.base_id IS DISTINCT FROM NEW.base_id OR OLD.name IS DISTINCT FROM NEW.name OR OLD.document IS DISTINCT FROM NEW.document OR OLD.changes IS DISTINCT FROM NEW.changes OR OLD.starts_at IS DISTINCT FROM NEW.starts_at OR OLD.ends_at IS DISTINCT FROM NEW.ends_at OR OLD.regions IS DISTINCT FROM NEW.regions OR OLD.programmes IS DISTINCT FROM NEW.programmes OR OLD.kyc_rank IS DISTINCT FROM NEW.kyc_rank OR OLD.kyc_days IS DISTINCT FROM NEW.kyc_days OR OLD.deposit_e8 IS DISTINCT FROM NEW.deposit_e8 OR OLD.deposit_days IS DISTINCT FROM NEW.deposit_days OR OLD.volume_e8 IS DISTINCT FROM NEW.volume_e8 OR OLD.volume_days IS DISTINCT FROM NEW.volume_days OR OLD.currency IS DISTINCT FROM NEW.currency OR OLD.reward_e8 IS DISTINCT FROM NEW.reward_e8 OR OLD.budget_e8 IS DISTINCT FROM NEW.budget_e8 OR OLD.cap_e8 IS DISTINCT FROM NEW.cap_e8 OR OLD.second_person IS DISTINCT FROM NEW.second_person OR OLD.reason IS DISTINCT FROM NEW.reason OR OLD.requested_by IS DISTINCT FROM NEW.requested_by OR OLD.requested_by_id IS DISTINCT FROM NEW.requested_by_id OR OLD.requested_at IS DISTINCT FROM NEW.requested_at) BEGIN SELECT RAISE(ABORT, 'campaign_versions is append-only'); END;
CREATE TRIGGER campaign_versions_taken_back BEFORE UPDATE ON campaign_versions WHEN OLD.taken_back IS DISTINCT FROM NEW.taken_back AND NOT (OLD.taken_back = 0 AND OLD.state = 'pending' AND NEW.state = 'rejected'
  AND NEW.decided_by IS NOT DISTINCT FROM NEW.requested_by AND NEW.decided_by_id IS NOT DISTINCT FROM NEW.requested_by_id)
    BEGIN SELECT RAISE(ABORT, 'campaign_versions is append-only'); END;

CREATE TABLE campaigns (
id INTEGER PRIMARY KEY,
code TEXT NOT NULL UNIQUE,
kind TEXT NOT NULL CHECK (kind IN ('public', 'exclusive')),
audience TEXT NOT NULL CHECK (audience IN ('all', 'joining')),
state TEXT NOT NULL CHECK (state IN ('draft', 'scheduled', 'active', 'paused', 'ended')),
version_id INTEGER,
created_by TEXT NOT NULL,
created_by_id INTEGER REFERENCES staff (id),
created_at INTEGER NOT NULL,
ended_at INTEGER
   ) STRICT;
CREATE TRIGGER campaigns_no_delete BEFORE DELETE ON campaigns BEGIN SELECT RAISE(ABORT, 'campaigns is append-only'); END;
CREATE TRIGGER campaigns_no_update BEFORE UPDATE ON campaigns WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.created_by IS DISTINCT FROM NEW.created_by OR OLD.created_by_id IS DISTINCT FROM NEW.created_by_id OR OLD.created_at IS DISTINCT FROM NEW.created_at BEGIN SELECT RAISE(ABORT, 'campaigns is append-only'); END;

CREATE TABLE claims (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  resource TEXT NOT NULL,
  case_id INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  given_by_id INTEGER REFERENCES staff (id),
  taken_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL CHECK (taken_at <= until_at)
) STRICT;
CREATE UNIQUE INDEX claims_case ON claims (resource, case_id);
CREATE INDEX claims_staff ON claims (staff_id);

CREATE TABLE closed_months (
  month TEXT PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES runs (id),
  closed_at INTEGER NOT NULL,
  known_at INTEGER NOT NULL,
  last_trade_id INTEGER NOT NULL,
  last_transfer_id INTEGER NOT NULL
) STRICT;
CREATE TRIGGER closed_months_no_delete BEFORE DELETE ON closed_months BEGIN SELECT RAISE(ABORT, 'closed_months is append-only'); END;
CREATE TRIGGER closed_months_no_update BEFORE UPDATE ON closed_months WHEN OLD.month IS DISTINCT FROM NEW.month OR OLD.run_id IS DISTINCT FROM NEW.run_id OR OLD.closed_at IS DISTINCT FROM NEW.closed_at OR OLD.known_at IS DISTINCT FROM NEW.known_at OR OLD.last_trade_id IS DISTINCT FROM NEW.last_trade_id OR OLD.last_transfer_id IS DISTINCT FROM NEW.last_transfer_id BEGIN SELECT RAISE(ABORT, 'closed_months is append-only'); END;

CREATE TABLE commission_records (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('commission', 'reversal', 'correction', 'bonus')),
  trade_ref INTEGER REFERENCES trades (id),
  inviter_id INTEGER NOT NULL REFERENCES accounts (id),
  invitee_id INTEGER REFERENCES accounts (id),
  binding_id INTEGER,
  enrolment_id INTEGER,
  rulebook_id INTEGER,
  programme TEXT NOT NULL,
  executed_at INTEGER NOT NULL,
  product TEXT NOT NULL,
  family TEXT NOT NULL,
  tier INTEGER,
  rate_bps INTEGER CHECK (rate_bps BETWEEN 0 AND 10000),
  base_e8 INTEGER NOT NULL,
  amount_e8 INTEGER NOT NULL,
  currency TEXT NOT NULL,
  reason TEXT NOT NULL,
  checks TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('zero', 'open', 'in_batch', 'paid')),
  run_id INTEGER NOT NULL,
  run_day TEXT NOT NULL,
  known_at INTEGER NOT NULL,
  distributed_at INTEGER,
  reverses_id INTEGER REFERENCES commission_records (id)
) STRICT;
CREATE INDEX commission_records_executed ON commission_records (executed_at, id);
CREATE INDEX commission_records_inviter ON commission_records (inviter_id, id);
CREATE INDEX commission_records_others ON commission_records (run_day, id) WHERE kind <> 'commission';
CREATE INDEX commission_records_reversals ON commission_records (inviter_id, executed_at) WHERE kind = 'reversal';
CREATE UNIQUE INDEX commission_records_reverses ON commission_records (reverses_id) WHERE reverses_id IS NOT NULL;
CREATE UNIQUE INDEX commission_records_trade ON commission_records (trade_ref) WHERE kind = 'commission';
CREATE TRIGGER commission_records_no_delete BEFORE DELETE ON commission_records BEGIN SELECT RAISE(ABORT, 'commission_records is append-only'); END;
CREATE TRIGGER commission_records_no_update BEFORE UPDATE ON commission_records WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.trade_ref IS DISTINCT FROM NEW.trade_ref OR OLD.inviter_id IS DISTINCT FROM NEW.inviter_id OR OLD.invitee_id IS DISTINCT FROM NEW.invitee_id OR OLD.binding_id IS DISTINCT FROM NEW.binding_id OR OLD.enrolment_id IS DISTINCT FROM NEW.enrolment_id OR OLD.rulebook_id IS DISTINCT FROM NEW.rulebook_id OR OLD.programme IS DISTINCT FROM NEW.programme OR OLD.executed_at IS DISTINCT FROM NEW.executed_at OR OLD.product IS DISTINCT FROM NEW.product OR OLD.family IS DISTINCT FROM NEW.family OR OLD.tier IS DISTINCT FROM NEW.tier OR OLD.rate_bps IS DISTINCT FROM NEW.rate_bps OR OLD.base_e8 IS DISTINCT FROM NEW.base_e8 OR OLD.amount_e8 IS DISTINCT FROM NEW.amount_e8 OR OLD.currency IS DISTINCT FROM NEW.currency OR OLD.reason IS DISTINCT FROM NEW.reason OR OLD.checks IS DISTINCT FROM NEW.checks OR OLD.run_id IS DISTINCT FROM NEW.run_id OR OLD.run_day IS DISTINCT FROM NEW.run_day OR OLD.known_at IS DISTINCT FROM NEW.known_at OR OLD.reverses_id IS DISTINCT FROM NEW.reverses_id BEGIN SELECT RAISE(ABORT, 'commission_records is append-only'); END;

CREATE TABLE commission_totals (
  day TEXT NOT NULL,
  inviter_id INTEGER NOT NULL,
  programme TEXT NOT NULL,
  family TEXT NOT NULL,
  currency TEXT NOT NULL,
  status TEXT NOT NULL,
  reason TEXT NOT NULL,
  kind TEXT NOT NULL,
  records INTEGER NOT NULL,
  amount_units INTEGER NOT NULL,
  amount_fraction_e8 INTEGER NOT NULL,
  PRIMARY KEY (day, inviter_id, programme, family, currency, status, reason, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX commission_totals_inviter ON commission_totals (inviter_id, day);
CREATE INDEX commission_totals_unpaid ON commission_totals (day, inviter_id, currency, amount_units, amount_fraction_e8)
WHERE status IN ('open', 'in_batch');

CREATE TABLE content_reviews (
  id INTEGER PRIMARY KEY,
  affiliate_id INTEGER NOT NULL REFERENCES accounts (id),
  url TEXT NOT NULL,
  channel TEXT NOT NULL,
  text_id INTEGER NOT NULL REFERENCES free_texts (id),
  look_alikes TEXT NOT NULL,
  requested_by TEXT NOT NULL,
  requested_by_id INTEGER NOT NULL REFERENCES staff (id),
  requested_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'rejected')),
  reason_code TEXT,
  decided_by TEXT,
  decided_by_id INTEGER REFERENCES staff (id),
  decided_at INTEGER,
  comment TEXT,
  issued TEXT
) STRICT;
CREATE INDEX content_reviews_affiliate ON content_reviews (affiliate_id, id);
CREATE INDEX content_reviews_decided ON content_reviews (decided_at) WHERE decided_by IS NOT NULL;
CREATE INDEX content_reviews_state ON content_reviews (state, id);
CREATE TRIGGER content_reviews_no_delete BEFORE DELETE ON content_reviews BEGIN SELECT RAISE(ABORT, 'content_reviews is append-only'); END;
CREATE TRIGGER content_reviews_no_update BEFORE UPDATE ON content_reviews WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.affiliate_id IS DISTINCT FROM NEW.affiliate_id OR OLD.url IS DISTINCT FROM NEW.url OR OLD.channel IS DISTINCT FROM NEW.channel OR OLD.text_id IS DISTINCT FROM NEW.text_id OR OLD.look_alikes IS DISTINCT FROM NEW.look_alikes OR OLD.requested_by IS DISTINCT FROM NEW.requested_by OR OLD.requested_by_id IS DISTINCT FROM NEW.requested_by_id OR OLD.requested_at IS DISTINCT FROM NEW.requested_at BEGIN SELECT RAISE(ABORT, 'content_reviews is append-only'); END;

CREATE TABLE corrections (id INTEGER PRIMARY KEY, 
  record_id INTEGER NOT NULL REFERENCES commission_records (id),
  affiliate_id INTEGER NOT NULL REFERENCES accounts (id),
  amount_e8 INTEGER NOT NULL,
  currency TEXT NOT NULL,
  reason_code TEXT NOT NULL,
  text_id INTEGER NOT NULL REFERENCES free_texts (id),
  source TEXT NOT NULL CHECK (source IN ('staff', 'system')),
  cause TEXT,
  requested_by TEXT NOT NULL,
  requested_by_id INTEGER REFERENCES staff (id),
  requested_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'rejected')),
  decided_by TEXT,
  decided_by_id INTEGER REFERENCES staff (id),
  decided_at INTEGER,
  comment TEXT,
  result_record_id INTEGER REFERENCES commission_records (id)) STRICT;
CREATE INDEX corrections_affiliate ON corrections (affiliate_id, id);
CREATE UNIQUE INDEX corrections_pending ON corrections (record_id) WHERE state = 'pending';
CREATE INDEX corrections_record ON corrections (record_id);
CREATE UNIQUE INDEX corrections_result ON corrections (result_record_id);
CREATE INDEX corrections_state ON corrections (state, id);
CREATE TRIGGER corrections_no_delete BEFORE DELETE ON corrections BEGIN SELECT RAISE(ABORT, 'corrections is append-only'); END;
CREATE TRIGGER corrections_no_update BEFORE UPDATE ON corrections WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.record_id IS DISTINCT FROM NEW.record_id OR OLD.affiliate_id IS DISTINCT FROM NEW.affiliate_id OR OLD.amount_e8 IS DISTINCT FROM NEW.amount_e8 OR OLD.currency IS DISTINCT FROM NEW.currency OR OLD.reason_code IS DISTINCT FROM NEW.reason_code OR OLD.text_id IS DISTINCT FROM NEW.text_id OR OLD.source IS DISTINCT FROM NEW.source OR OLD.cause IS DISTINCT FROM NEW.cause OR OLD.requested_by IS DISTINCT FROM NEW.requested_by OR OLD.requested_by_id IS DISTINCT FROM NEW.requested_by_id OR OLD.requested_at IS DISTINCT FROM NEW.requested_at BEGIN SELECT RAISE(ABORT, 'corrections is append-only'); END;

CREATE TABLE countries (code TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;

CREATE TABLE deactivations (
  id INTEGER PRIMARY KEY,
  deactivation_id TEXT NOT NULL UNIQUE,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  ended_at INTEGER NOT NULL,
  import_id INTEGER NOT NULL
) STRICT;
CREATE TRIGGER deactivations_no_delete BEFORE DELETE ON deactivations BEGIN SELECT RAISE(ABORT, 'deactivations is append-only'); END;
CREATE TRIGGER deactivations_no_update BEFORE UPDATE ON deactivations WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.deactivation_id IS DISTINCT FROM NEW.deactivation_id OR OLD.account_id IS DISTINCT FROM NEW.account_id OR OLD.ended_at IS DISTINCT FROM NEW.ended_at OR OLD.import_id IS DISTINCT FROM NEW.import_id BEGIN SELECT RAISE(ABORT, 'deactivations is append-only'); END;

CREATE TABLE engine_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL,
  covered_until INTEGER NOT NULL
, learnt_from INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE enrolment_periods (
  id INTEGER PRIMARY KEY,
  enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  programme TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL CHECK (from_at <= to_at),
  end_reason TEXT,
  known_from INTEGER NOT NULL,
  known_to INTEGER NOT NULL,
  cause TEXT NOT NULL
) STRICT;
CREATE INDEX enrolment_periods_at ON enrolment_periods (account_id, from_at, to_at, known_from, known_to, enrolment_id, programme);
CREATE UNIQUE INDEX enrolment_periods_current ON enrolment_periods (enrolment_id) WHERE known_to = 8640000000000000;
CREATE TRIGGER enrolment_periods_no_delete BEFORE DELETE ON enrolment_periods BEGIN SELECT RAISE(ABORT, 'enrolment_periods is append-only'); END;
CREATE TRIGGER enrolment_periods_no_update BEFORE UPDATE ON enrolment_periods WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.enrolment_id IS DISTINCT FROM NEW.enrolment_id OR OLD.account_id IS DISTINCT FROM NEW.account_id OR OLD.programme IS DISTINCT FROM NEW.programme OR OLD.from_at IS DISTINCT FROM NEW.from_at OR OLD.to_at IS DISTINCT FROM NEW.to_at OR OLD.end_reason IS DISTINCT FROM NEW.end_reason OR OLD.known_from IS DISTINCT FROM NEW.known_from OR OLD.cause IS DISTINCT FROM NEW.cause BEGIN SELECT RAISE(ABORT, 'enrolment_periods is append-only'); END;

CREATE TABLE enrolments (
  id INTEGER PRIMARY KEY,
  activation_id TEXT NOT NULL UNIQUE,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  programme TEXT NOT NULL,
  activated_at INTEGER NOT NULL,
  import_id INTEGER NOT NULL
) STRICT;
CREATE INDEX enrolments_account ON enrolments (account_id, activated_at);
CREATE TRIGGER enrolments_no_delete BEFORE DELETE ON enrolments BEGIN SELECT RAISE(ABORT, 'enrolments is append-only'); END;
CREATE TRIGGER enrolments_no_update BEFORE UPDATE ON enrolments WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.activation_id IS DISTINCT FROM NEW.activation_id OR OLD.account_id IS DISTINCT FROM NEW.account_id OR OLD.programme IS DISTINCT FROM NEW.programme OR OLD.activated_at IS DISTINCT FROM NEW.activated_at OR OLD.import_id IS DISTINCT FROM NEW.import_id BEGIN SELECT RAISE(ABORT, 'enrolments is append-only'); END;

CREATE TABLE evaluations (
  id INTEGER PRIMARY KEY,
  month TEXT NOT NULL REFERENCES closed_months (month),
  affiliate_id INTEGER NOT NULL REFERENCES accounts (id),
  enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
  rulebook_id INTEGER NOT NULL REFERENCES rulebooks (id),
  programme TEXT NOT NULL,
  tier_before INTEGER NOT NULL,
  qualified_invitees INTEGER,
  volume_units INTEGER NOT NULL,
  volume_fraction_e8 INTEGER NOT NULL,
  tier_reached INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('promotion', 'retention', 'demotion')),
  boosted INTEGER NOT NULL CHECK (boosted IN (0, 1)),
  known_at INTEGER NOT NULL,
  UNIQUE (month, affiliate_id)
) STRICT;
CREATE INDEX evaluations_affiliate ON evaluations (affiliate_id, month);
CREATE TRIGGER evaluations_no_delete BEFORE DELETE ON evaluations BEGIN SELECT RAISE(ABORT, 'evaluations is append-only'); END;
CREATE TRIGGER evaluations_no_update BEFORE UPDATE ON evaluations WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.month IS DISTINCT FROM NEW.month OR OLD.affiliate_id IS DISTINCT FROM NEW.affiliate_id OR OLD.enrolment_id IS DISTINCT FROM NEW.enrolment_id OR OLD.rulebook_id IS DISTINCT FROM NEW.rulebook_id OR OLD.programme IS DISTINCT FROM NEW.programme OR OLD.tier_before IS DISTINCT FROM NEW.tier_before OR OLD.qualified_invitees IS DISTINCT FROM NEW.qualified_invitees OR OLD.volume_units IS DISTINCT FROM NEW.volume_units OR OLD.volume_fraction_e8 IS DISTINCT FROM NEW.volume_fraction_e8 OR OLD.tier_reached IS DISTINCT FROM NEW.tier_reached OR OLD.outcome IS DISTINCT FROM NEW.outcome OR OLD.boosted IS DISTINCT FROM NEW.boosted OR OLD.known_at IS DISTINCT FROM NEW.known_at BEGIN SELECT RAISE(ABORT, 'evaluations is append-only'); END;

CREATE TABLE feed_days (
  feed TEXT NOT NULL,
  day TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  sum_units INTEGER NOT NULL,
  sum_fraction_e8 INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  PRIMARY KEY (feed, day)
) STRICT;

CREATE TABLE free_texts (
  id INTEGER PRIMARY KEY,
  account_id INTEGER REFERENCES accounts (id),
  text TEXT NOT NULL
) STRICT;

CREATE TABLE import_rejects (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  line INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  column_name TEXT NOT NULL,
  value TEXT NOT NULL,
  code TEXT NOT NULL,
  fields TEXT NOT NULL
) STRICT;
CREATE INDEX import_rejects_import ON import_rejects (import_id, id);

CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  feed TEXT NOT NULL,
  file_name TEXT NOT NULL,
  spool_path TEXT,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed')),
  dry_run INTEGER NOT NULL,
  bytes_total INTEGER NOT NULL,
  bytes_read INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  accepted INTEGER NOT NULL,
  duplicates INTEGER NOT NULL,
  conflicts INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  bindings_refused INTEGER NOT NULL,
  error TEXT,
  error_line INTEGER,
  requested_by TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  finished_at INTEGER
, worker TEXT, control_units INTEGER, control_fraction_e8 INTEGER) STRICT;

CREATE TABLE income_totals (
    day TEXT NOT NULL,
    price_day TEXT NOT NULL,
    family TEXT NOT NULL,
    currency TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    records INTEGER NOT NULL,
    amount_units INTEGER NOT NULL,
    amount_fraction_e8 INTEGER NOT NULL,
    PRIMARY KEY (day, price_day, family, currency, kind, status)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE late_trades (trade_ref INTEGER PRIMARY KEY REFERENCES trades (id)) STRICT;

CREATE TABLE manifest_overrides (
  id INTEGER PRIMARY KEY,
  manifest_id INTEGER NOT NULL REFERENCES manifests (id),
  reason TEXT NOT NULL,
  requested_by TEXT NOT NULL,
  requested_by_id INTEGER NOT NULL REFERENCES staff (id),
  requested_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'rejected')),
  decided_by TEXT,
  decided_by_id INTEGER REFERENCES staff (id),
  decided_at INTEGER,
  comment TEXT
) STRICT;
CREATE UNIQUE INDEX manifest_overrides_one ON manifest_overrides (manifest_id) WHERE state IN ('pending', 'approved');
CREATE TRIGGER manifest_overrides_no_delete BEFORE DELETE ON manifest_overrides BEGIN SELECT RAISE(ABORT, 'manifest_overrides is append-only'); END;
CREATE TRIGGER manifest_overrides_no_update BEFORE UPDATE ON manifest_overrides WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.manifest_id IS DISTINCT FROM NEW.manifest_id OR OLD.reason IS DISTINCT FROM NEW.reason OR OLD.requested_by IS DISTINCT FROM NEW.requested_by OR OLD.requested_by_id IS DISTINCT FROM NEW.requested_by_id OR OLD.requested_at IS DISTINCT FROM NEW.requested_at BEGIN SELECT RAISE(ABORT, 'manifest_overrides is append-only'); END;

CREATE TABLE manifests (
  id INTEGER PRIMARY KEY,
  feed TEXT NOT NULL,
  day TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  control_units INTEGER,
  control_fraction_e8 INTEGER,
  import_id INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  UNIQUE (feed, day)
) STRICT;
CREATE TRIGGER manifests_no_delete BEFORE DELETE ON manifests BEGIN SELECT RAISE(ABORT, 'manifests is append-only'); END;
CREATE TRIGGER manifests_no_update BEFORE UPDATE ON manifests WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.feed IS DISTINCT FROM NEW.feed OR OLD.day IS DISTINCT FROM NEW.day OR OLD.row_count IS DISTINCT FROM NEW.row_count OR OLD.control_units IS DISTINCT FROM NEW.control_units OR OLD.control_fraction_e8 IS DISTINCT FROM NEW.control_fraction_e8 OR OLD.import_id IS DISTINCT FROM NEW.import_id OR OLD.received_at IS DISTINCT FROM NEW.received_at BEGIN SELECT RAISE(ABORT, 'manifests is append-only'); END;

CREATE TABLE notes (
  id INTEGER PRIMARY KEY,
  subject_type TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  affiliate_id INTEGER REFERENCES accounts (id),
  kind TEXT NOT NULL CHECK (kind IN ('note', 'feedback')),
  text_id INTEGER NOT NULL REFERENCES free_texts (id),
  author TEXT NOT NULL,
  author_id INTEGER NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX notes_affiliate ON notes (affiliate_id, id);
CREATE INDEX notes_subject ON notes (subject_type, subject_id, id);
CREATE TRIGGER notes_no_delete BEFORE DELETE ON notes BEGIN SELECT RAISE(ABORT, 'notes is append-only'); END;
CREATE TRIGGER notes_no_update BEFORE UPDATE ON notes WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.subject_type IS DISTINCT FROM NEW.subject_type OR OLD.subject_id IS DISTINCT FROM NEW.subject_id OR OLD.affiliate_id IS DISTINCT FROM NEW.affiliate_id OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.text_id IS DISTINCT FROM NEW.text_id OR OLD.author IS DISTINCT FROM NEW.author OR OLD.author_id IS DISTINCT FROM NEW.author_id OR OLD.at IS DISTINCT FROM NEW.at BEGIN SELECT RAISE(ABORT, 'notes is append-only'); END;

CREATE TABLE payout_batches (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL UNIQUE,
  run_id INTEGER NOT NULL REFERENCES runs (id),
  last_record_id INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  created_by_id INTEGER REFERENCES staff (id),
  created_at INTEGER NOT NULL,
  deadline_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('ready', 'released', 'paid')),
  released_by TEXT,
  released_at INTEGER,
  comment TEXT,
  paid_at INTEGER
) STRICT;
CREATE TRIGGER payout_batches_no_delete BEFORE DELETE ON payout_batches BEGIN SELECT RAISE(ABORT, 'payout_batches is append-only'); END;
CREATE TRIGGER payout_batches_no_update BEFORE UPDATE ON payout_batches WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.day IS DISTINCT FROM NEW.day OR OLD.run_id IS DISTINCT FROM NEW.run_id OR OLD.last_record_id IS DISTINCT FROM NEW.last_record_id OR OLD.created_by IS DISTINCT FROM NEW.created_by OR OLD.created_by_id IS DISTINCT FROM NEW.created_by_id OR OLD.created_at IS DISTINCT FROM NEW.created_at OR OLD.deadline_at IS DISTINCT FROM NEW.deadline_at BEGIN SELECT RAISE(ABORT, 'payout_batches is append-only'); END;

CREATE TABLE payout_conflicts (
  id INTEGER PRIMARY KEY,
  line_id INTEGER NOT NULL REFERENCES payout_lines (id),
  status TEXT NOT NULL,
  at INTEGER NOT NULL,
  reference TEXT NOT NULL,
  import_id INTEGER NOT NULL,
  found_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'settled')),
  settled_by TEXT,
  settled_at INTEGER,
  comment TEXT,
  UNIQUE (line_id, status, at, reference)
) STRICT;
CREATE TRIGGER payout_conflicts_no_delete BEFORE DELETE ON payout_conflicts BEGIN SELECT RAISE(ABORT, 'payout_conflicts is append-only'); END;
CREATE TRIGGER payout_conflicts_no_update BEFORE UPDATE ON payout_conflicts WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.line_id IS DISTINCT FROM NEW.line_id OR OLD.status IS DISTINCT FROM NEW.status OR OLD.at IS DISTINCT FROM NEW.at OR OLD.reference IS DISTINCT FROM NEW.reference OR OLD.import_id IS DISTINCT FROM NEW.import_id OR OLD.found_at IS DISTINCT FROM NEW.found_at BEGIN SELECT RAISE(ABORT, 'payout_conflicts is append-only'); END;

CREATE TABLE payout_leftovers (record_id INTEGER PRIMARY KEY REFERENCES commission_records (id)) STRICT;

CREATE TABLE payout_line_records (
line_id INTEGER NOT NULL REFERENCES payout_lines (id),
record_id INTEGER NOT NULL REFERENCES commission_records (id),
active INTEGER NOT NULL CHECK (active IN (0, 1)),
PRIMARY KEY (line_id, record_id)
   ) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX payout_line_records_active ON payout_line_records (record_id) WHERE active = 1;
CREATE TRIGGER payout_line_records_no_delete BEFORE DELETE ON payout_line_records BEGIN SELECT RAISE(ABORT, 'payout_line_records is append-only'); END;
CREATE TRIGGER payout_line_records_no_update BEFORE UPDATE ON payout_line_records WHEN OLD.line_id IS DISTINCT FROM NEW.line_id OR OLD.record_id IS DISTINCT FROM NEW.record_id BEGIN SELECT RAISE(ABORT, 'payout_line_records is append-only'); END;

CREATE TABLE payout_lines (
id INTEGER PRIMARY KEY,
batch_id INTEGER NOT NULL REFERENCES payout_batches (id),
affiliate_id INTEGER NOT NULL REFERENCES accounts (id),
currency TEXT NOT NULL,
amount_units INTEGER NOT NULL CHECK (amount_units >= 0),
amount_fraction_e8 INTEGER NOT NULL CHECK (amount_fraction_e8 BETWEEN 0 AND 99999999),
records INTEGER NOT NULL CHECK (records > 0),
state TEXT NOT NULL CHECK (state IN ('ready', 'released', 'paid', 'failed', 'withdrawn')),
withdrawn_because TEXT,
confirmed_at INTEGER,
reference TEXT,
import_id INTEGER,
UNIQUE (batch_id, affiliate_id, currency),
CHECK (amount_units > 0 OR amount_fraction_e8 > 0)
   ) STRICT;
CREATE INDEX payout_lines_affiliate ON payout_lines (affiliate_id, id);
CREATE INDEX payout_lines_open ON payout_lines (state, id) WHERE state IN ('ready', 'released');
CREATE TRIGGER payout_lines_no_delete BEFORE DELETE ON payout_lines BEGIN SELECT RAISE(ABORT, 'payout_lines is append-only'); END;
CREATE TRIGGER payout_lines_no_update BEFORE UPDATE ON payout_lines WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.batch_id IS DISTINCT FROM NEW.batch_id OR OLD.affiliate_id IS DISTINCT FROM NEW.affiliate_id OR OLD.currency IS DISTINCT FROM NEW.currency OR OLD.amount_units IS DISTINCT FROM NEW.amount_units OR OLD.amount_fraction_e8 IS DISTINCT FROM NEW.amount_fraction_e8 OR OLD.records IS DISTINCT FROM NEW.records BEGIN SELECT RAISE(ABORT, 'payout_lines is append-only'); END;

CREATE TABLE payout_stops (
id INTEGER PRIMARY KEY,
reason TEXT NOT NULL,
stopped_by TEXT NOT NULL,
stopped_by_id INTEGER NOT NULL REFERENCES staff (id),
stopped_at INTEGER NOT NULL,
state TEXT NOT NULL CHECK (state IN ('active', 'resume_requested', 'lifted')),
resume_reason TEXT,
resume_requested_by TEXT,
resume_requested_by_id INTEGER REFERENCES staff (id),
resume_requested_at INTEGER,
lifted_by TEXT,
lifted_by_id INTEGER REFERENCES staff (id),
lifted_at INTEGER
   ) STRICT;
CREATE UNIQUE INDEX payout_stops_one ON payout_stops ((1)) WHERE state <> 'lifted';
CREATE TRIGGER payout_stops_no_delete BEFORE DELETE ON payout_stops BEGIN SELECT RAISE(ABORT, 'payout_stops is append-only'); END;
CREATE TRIGGER payout_stops_no_update BEFORE UPDATE ON payout_stops WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.reason IS DISTINCT FROM NEW.reason OR OLD.stopped_by IS DISTINCT FROM NEW.stopped_by OR OLD.stopped_by_id IS DISTINCT FROM NEW.stopped_by_id OR OLD.stopped_at IS DISTINCT FROM NEW.stopped_at BEGIN SELECT RAISE(ABORT, 'payout_stops is append-only'); END;

CREATE TABLE prices (
  currency TEXT NOT NULL,
  day TEXT NOT NULL,
  usdt_e8 INTEGER NOT NULL,
  import_id INTEGER NOT NULL,
  PRIMARY KEY (currency, day)
) STRICT;
CREATE TRIGGER prices_no_delete BEFORE DELETE ON prices BEGIN SELECT RAISE(ABORT, 'prices is append-only'); END;
CREATE TRIGGER prices_no_update BEFORE UPDATE ON prices WHEN OLD.currency IS DISTINCT FROM NEW.currency OR OLD.day IS DISTINCT FROM NEW.day OR OLD.usdt_e8 IS DISTINCT FROM NEW.usdt_e8 OR OLD.import_id IS DISTINCT FROM NEW.import_id BEGIN SELECT RAISE(ABORT, 'prices is append-only'); END;

CREATE TABLE ratios (
  id INTEGER PRIMARY KEY,
  ratio_id TEXT NOT NULL UNIQUE,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  family TEXT NOT NULL,
  ratio_bps INTEGER NOT NULL CHECK (ratio_bps BETWEEN 0 AND 10000),
  set_at INTEGER NOT NULL,
  import_id INTEGER NOT NULL
) STRICT;
CREATE TRIGGER ratios_no_delete BEFORE DELETE ON ratios BEGIN SELECT RAISE(ABORT, 'ratios is append-only'); END;
CREATE TRIGGER ratios_no_update BEFORE UPDATE ON ratios WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.ratio_id IS DISTINCT FROM NEW.ratio_id OR OLD.account_id IS DISTINCT FROM NEW.account_id OR OLD.family IS DISTINCT FROM NEW.family OR OLD.ratio_bps IS DISTINCT FROM NEW.ratio_bps OR OLD.set_at IS DISTINCT FROM NEW.set_at OR OLD.import_id IS DISTINCT FROM NEW.import_id BEGIN SELECT RAISE(ABORT, 'ratios is append-only'); END;

CREATE TABLE recalls (
  id INTEGER PRIMARY KEY,
  recall_id TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  inviter_id INTEGER REFERENCES accounts (id),
  inviter_code TEXT NOT NULL,
  via TEXT NOT NULL,
  attempted_at INTEGER NOT NULL,
  confirmed_at INTEGER,
  codes TEXT NOT NULL,
  at INTEGER NOT NULL,
  import_id INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX recalls_accepted ON recalls (recall_id) WHERE codes = '';
CREATE INDEX recalls_account ON recalls (account_id, id);
CREATE INDEX recalls_by_key ON recalls (recall_id);
CREATE INDEX recalls_inviter ON recalls (inviter_id, id);
CREATE TRIGGER recalls_no_delete BEFORE DELETE ON recalls BEGIN SELECT RAISE(ABORT, 'recalls is append-only'); END;
CREATE TRIGGER recalls_no_update BEFORE UPDATE ON recalls WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.recall_id IS DISTINCT FROM NEW.recall_id OR OLD.account_id IS DISTINCT FROM NEW.account_id OR OLD.inviter_id IS DISTINCT FROM NEW.inviter_id OR OLD.inviter_code IS DISTINCT FROM NEW.inviter_code OR OLD.via IS DISTINCT FROM NEW.via OR OLD.attempted_at IS DISTINCT FROM NEW.attempted_at OR OLD.confirmed_at IS DISTINCT FROM NEW.confirmed_at OR OLD.codes IS DISTINCT FROM NEW.codes OR OLD.at IS DISTINCT FROM NEW.at OR OLD.import_id IS DISTINCT FROM NEW.import_id BEGIN SELECT RAISE(ABORT, 'recalls is append-only'); END;

CREATE TABLE referral_totals (
    day TEXT NOT NULL,
    country TEXT NOT NULL,
    kind TEXT NOT NULL,
    referrals INTEGER NOT NULL,
    PRIMARY KEY (day, country, kind)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE reveals (
  id INTEGER PRIMARY KEY,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  fields TEXT NOT NULL,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX reveals_account ON reveals (account_id, at);
CREATE INDEX reveals_staff ON reveals (staff_id, at);
CREATE TRIGGER reveals_no_delete BEFORE DELETE ON reveals BEGIN SELECT RAISE(ABORT, 'reveals is append-only'); END;
CREATE TRIGGER reveals_no_update BEFORE UPDATE ON reveals WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.staff_id IS DISTINCT FROM NEW.staff_id OR OLD.account_id IS DISTINCT FROM NEW.account_id OR OLD.fields IS DISTINCT FROM NEW.fields OR OLD.reason IS DISTINCT FROM NEW.reason OR OLD.at IS DISTINCT FROM NEW.at BEGIN SELECT RAISE(ABORT, 'reveals is append-only'); END;

CREATE TABLE reversals (id INTEGER PRIMARY KEY, 
  record_id INTEGER NOT NULL REFERENCES commission_records (id),
  affiliate_id INTEGER NOT NULL REFERENCES accounts (id),
  amount_e8 INTEGER NOT NULL,
  currency TEXT NOT NULL,
  reason_code TEXT NOT NULL,
  text_id INTEGER NOT NULL REFERENCES free_texts (id),
  source TEXT NOT NULL CHECK (source IN ('staff', 'system')),
  cause TEXT,
  requested_by TEXT NOT NULL,
  requested_by_id INTEGER REFERENCES staff (id),
  requested_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'rejected')),
  decided_by TEXT,
  decided_by_id INTEGER REFERENCES staff (id),
  decided_at INTEGER,
  comment TEXT,
  result_record_id INTEGER REFERENCES commission_records (id)) STRICT;
CREATE INDEX reversals_affiliate ON reversals (affiliate_id, id);
CREATE INDEX reversals_decided ON reversals (decided_at) WHERE decided_by IS NOT NULL;
CREATE UNIQUE INDEX reversals_once ON reversals (record_id) WHERE state IN ('pending', 'approved');
CREATE INDEX reversals_state ON reversals (state, id);
CREATE TRIGGER reversals_no_delete BEFORE DELETE ON reversals BEGIN SELECT RAISE(ABORT, 'reversals is append-only'); END;
CREATE TRIGGER reversals_no_update BEFORE UPDATE ON reversals WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.record_id IS DISTINCT FROM NEW.record_id OR OLD.affiliate_id IS DISTINCT FROM NEW.affiliate_id OR OLD.amount_e8 IS DISTINCT FROM NEW.amount_e8 OR OLD.currency IS DISTINCT FROM NEW.currency OR OLD.reason_code IS DISTINCT FROM NEW.reason_code OR OLD.text_id IS DISTINCT FROM NEW.text_id OR OLD.source IS DISTINCT FROM NEW.source OR OLD.cause IS DISTINCT FROM NEW.cause OR OLD.requested_by IS DISTINCT FROM NEW.requested_by OR OLD.requested_by_id IS DISTINCT FROM NEW.requested_by_id OR OLD.requested_at IS DISTINCT FROM NEW.requested_at BEGIN SELECT RAISE(ABORT, 'reversals is append-only'); END;

CREATE TABLE revisions (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  cause TEXT NOT NULL
) STRICT;

CREATE TABLE routine_lease (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  holder TEXT NOT NULL,
  until INTEGER NOT NULL
) STRICT;

CREATE TABLE rulebook_countries (
  rulebook_id INTEGER NOT NULL REFERENCES rulebooks (id),
  list TEXT NOT NULL,
  country TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL,
  PRIMARY KEY (rulebook_id, list, country, from_at)
) STRICT;
CREATE TRIGGER rulebook_countries_no_delete BEFORE DELETE ON rulebook_countries BEGIN SELECT RAISE(ABORT, 'rulebook_countries is append-only'); END;
CREATE TRIGGER rulebook_countries_no_update BEFORE UPDATE ON rulebook_countries WHEN OLD.rulebook_id IS DISTINCT FROM NEW.rulebook_id OR OLD.list IS DISTINCT FROM NEW.list OR OLD.country IS DISTINCT FROM NEW.country OR OLD.from_at IS DISTINCT FROM NEW.from_at OR OLD.to_at IS DISTINCT FROM NEW.to_at BEGIN SELECT RAISE(ABORT, 'rulebook_countries is append-only'); END;

CREATE TABLE rulebook_products (
  rulebook_id INTEGER NOT NULL REFERENCES rulebooks (id),
  product TEXT NOT NULL,
  family TEXT NOT NULL,
  covered INTEGER NOT NULL,
  recall_covered INTEGER NOT NULL,
  PRIMARY KEY (rulebook_id, product)
) STRICT;
CREATE TRIGGER rulebook_products_no_delete BEFORE DELETE ON rulebook_products BEGIN SELECT RAISE(ABORT, 'rulebook_products is append-only'); END;
CREATE TRIGGER rulebook_products_no_update BEFORE UPDATE ON rulebook_products WHEN OLD.rulebook_id IS DISTINCT FROM NEW.rulebook_id OR OLD.product IS DISTINCT FROM NEW.product OR OLD.family IS DISTINCT FROM NEW.family OR OLD.covered IS DISTINCT FROM NEW.covered OR OLD.recall_covered IS DISTINCT FROM NEW.recall_covered BEGIN SELECT RAISE(ABORT, 'rulebook_products is append-only'); END;

CREATE TABLE rulebook_ratios (
  rulebook_id INTEGER NOT NULL REFERENCES rulebooks (id),
  family TEXT NOT NULL,
  default_bps INTEGER NOT NULL,
  ceiling_bps INTEGER NOT NULL,
  PRIMARY KEY (rulebook_id, family)
) STRICT;
CREATE TRIGGER rulebook_ratios_no_delete BEFORE DELETE ON rulebook_ratios BEGIN SELECT RAISE(ABORT, 'rulebook_ratios is append-only'); END;
CREATE TRIGGER rulebook_ratios_no_update BEFORE UPDATE ON rulebook_ratios WHEN OLD.rulebook_id IS DISTINCT FROM NEW.rulebook_id OR OLD.family IS DISTINCT FROM NEW.family OR OLD.default_bps IS DISTINCT FROM NEW.default_bps OR OLD.ceiling_bps IS DISTINCT FROM NEW.ceiling_bps BEGIN SELECT RAISE(ABORT, 'rulebook_ratios is append-only'); END;

CREATE TABLE rulebook_tiers (
  rulebook_id INTEGER NOT NULL REFERENCES rulebooks (id),
  tier TEXT NOT NULL,
  rate_bps INTEGER NOT NULL,
  PRIMARY KEY (rulebook_id, tier)
) STRICT;
CREATE TRIGGER rulebook_tiers_no_delete BEFORE DELETE ON rulebook_tiers BEGIN SELECT RAISE(ABORT, 'rulebook_tiers is append-only'); END;
CREATE TRIGGER rulebook_tiers_no_update BEFORE UPDATE ON rulebook_tiers WHEN OLD.rulebook_id IS DISTINCT FROM NEW.rulebook_id OR OLD.tier IS DISTINCT FROM NEW.tier OR OLD.rate_bps IS DISTINCT FROM NEW.rate_bps BEGIN SELECT RAISE(ABORT, 'rulebook_tiers is append-only'); END;

CREATE TABLE rulebooks (
  id INTEGER PRIMARY KEY,
  programme TEXT NOT NULL,
  version INTEGER NOT NULL,
  effective_from INTEGER NOT NULL,
  effective_to INTEGER NOT NULL,
  state TEXT NOT NULL,
  document TEXT NOT NULL,
  window_days INTEGER,
  api_excluded INTEGER NOT NULL,
  vip_below INTEGER,
  proposed_by TEXT NOT NULL,
  proposed_at INTEGER NOT NULL,
  decided_by TEXT,
  decided_at INTEGER,
  UNIQUE (programme, version),
  UNIQUE (programme, effective_from)
) STRICT;
CREATE INDEX rulebooks_in_force ON rulebooks (programme, state, effective_from, effective_to, version, window_days, api_excluded, vip_below);
CREATE TRIGGER rulebooks_no_delete BEFORE DELETE ON rulebooks BEGIN SELECT RAISE(ABORT, 'rulebooks is append-only'); END;
CREATE TRIGGER rulebooks_no_update BEFORE UPDATE ON rulebooks WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.programme IS DISTINCT FROM NEW.programme OR OLD.version IS DISTINCT FROM NEW.version OR OLD.effective_from IS DISTINCT FROM NEW.effective_from OR OLD.document IS DISTINCT FROM NEW.document OR OLD.window_days IS DISTINCT FROM NEW.window_days OR OLD.api_excluded IS DISTINCT FROM NEW.api_excluded OR OLD.vip_below IS DISTINCT FROM NEW.vip_below OR OLD.proposed_by IS DISTINCT FROM NEW.proposed_by OR OLD.proposed_at IS DISTINCT FROM NEW.proposed_at BEGIN SELECT RAISE(ABORT, 'rulebooks is append-only'); END;

CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('commission', 'evaluation', 'payout', 'bonus')),
  period TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed')),
  progress_bps INTEGER NOT NULL,
  range_from INTEGER NOT NULL,
  range_until INTEGER NOT NULL,
  cursor_at INTEGER NOT NULL,
  cursor_id INTEGER NOT NULL,
  result TEXT NOT NULL,
  error TEXT,
  requested_by TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  finished_at INTEGER,
  UNIQUE (kind, period)
) STRICT;

CREATE TABLE saved_views (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  resource TEXT NOT NULL,
  name TEXT NOT NULL,
  shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
  filter TEXT NOT NULL,
  sort TEXT NOT NULL,
  hidden TEXT NOT NULL,
  density TEXT NOT NULL CHECK (density IN ('dense', 'roomy')),
  changed_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX saved_views_name ON saved_views (staff_id, resource, name);
CREATE INDEX saved_views_shared ON saved_views (resource, id) WHERE shared = 1;

CREATE TABLE schema_migrations (position INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;

CREATE TABLE second_factors (
  staff_id INTEGER PRIMARY KEY REFERENCES staff (id),
  secret TEXT NOT NULL,
  confirmed_at INTEGER,
  last_step INTEGER NOT NULL
) STRICT;

CREATE TABLE sessions (
  sid TEXT PRIMARY KEY,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  csrf_token TEXT NOT NULL,
  session_epoch INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  touched_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_staff ON sessions (staff_id);

CREATE TABLE shortfalls (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL UNIQUE REFERENCES commission_records (id),
  cause TEXT NOT NULL,
  found_at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER shortfalls_no_delete BEFORE DELETE ON shortfalls BEGIN SELECT RAISE(ABORT, 'shortfalls is append-only'); END;
CREATE TRIGGER shortfalls_no_update BEFORE UPDATE ON shortfalls WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.record_id IS DISTINCT FROM NEW.record_id OR OLD.cause IS DISTINCT FROM NEW.cause OR OLD.found_at IS DISTINCT FROM NEW.found_at BEGIN SELECT RAISE(ABORT, 'shortfalls is append-only'); END;

CREATE TABLE sign_in_failures (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  address TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_in_failures_address ON sign_in_failures (address, at);
CREATE INDEX sign_in_failures_email ON sign_in_failures (email, at);

CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('operations', 'compliance', 'support', 'admin')),
  state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'disabled')),
  password_hash TEXT,
  password_changed_at INTEGER,
  setup_token_hash TEXT,
  setup_token_until INTEGER,
  session_epoch INTEGER NOT NULL,
  created_at INTEGER NOT NULL
, language TEXT CHECK (language IN ('en', 'fr', 'de', 'fa'))) STRICT;

CREATE TABLE staff_changes (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('add', 'role', 'disable', 'enable')),
  staff_id INTEGER REFERENCES staff (id),
  email TEXT NOT NULL,
  name TEXT NOT NULL,
  role_from TEXT,
  role_to TEXT NOT NULL CHECK (role_to IN ('operations', 'compliance', 'support', 'admin')),
  reason TEXT,
  requested_by TEXT NOT NULL,
  requested_by_id INTEGER NOT NULL REFERENCES staff (id),
  requested_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'rejected', 'cancelled', 'applied')),
  decided_by TEXT,
  decided_by_id INTEGER REFERENCES staff (id),
  decided_at INTEGER,
  comment TEXT,
  CHECK (staff_id IS NOT NULL OR kind = 'add')
) STRICT;
CREATE UNIQUE INDEX staff_changes_pending ON staff_changes (email) WHERE state = 'pending';
CREATE INDEX staff_changes_state ON staff_changes (state, id);
CREATE TRIGGER staff_changes_no_delete BEFORE DELETE ON staff_changes BEGIN SELECT RAISE(ABORT, 'staff_changes is append-only'); END;
CREATE TRIGGER staff_changes_no_update BEFORE UPDATE ON staff_changes WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.email IS DISTINCT FROM NEW.email OR OLD.name IS DISTINCT FROM NEW.name OR OLD.role_from IS DISTINCT FROM NEW.role_from OR OLD.role_to IS DISTINCT FROM NEW.role_to OR OLD.reason IS DISTINCT FROM NEW.reason OR OLD.requested_by IS DISTINCT FROM NEW.requested_by OR OLD.requested_by_id IS DISTINCT FROM NEW.requested_by_id OR OLD.requested_at IS DISTINCT FROM NEW.requested_at BEGIN SELECT RAISE(ABORT, 'staff_changes is append-only'); END;

CREATE TABLE status_changes (
  id INTEGER PRIMARY KEY,
  affiliate_id INTEGER NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL CHECK (kind IN ('account_type', 'restrict', 'freeze', 'suspend', 'lift', 'leave', 'terminate')),
  from_value TEXT NOT NULL,
  to_value TEXT NOT NULL,
  reason_code TEXT NOT NULL,
  text_id INTEGER NOT NULL REFERENCES free_texts (id),
  evidence TEXT NOT NULL,
  effective_at INTEGER NOT NULL,
  holds_until INTEGER,
  seen TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('staff', 'feed')),
  cause TEXT,
  requested_by TEXT NOT NULL,
  requested_by_id INTEGER REFERENCES staff (id),
  requested_role TEXT NOT NULL,
  requested_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'applied', 'rejected', 'cancelled', 'lapsed')),
  decided_by TEXT,
  decided_by_id INTEGER REFERENCES staff (id),
  decided_at INTEGER,
  comment TEXT,
  preview TEXT,
  applied_at INTEGER
) STRICT;
CREATE INDEX status_changes_affiliate ON status_changes (affiliate_id, id);
CREATE INDEX status_changes_decided ON status_changes (decided_at) WHERE decided_by IS NOT NULL;
CREATE INDEX status_changes_fed ON status_changes (applied_at) WHERE decided_by IS NULL AND source = 'feed';
CREATE UNIQUE INDEX status_changes_pending ON status_changes (affiliate_id, kind) WHERE state = 'pending';
CREATE INDEX status_changes_state ON status_changes (state, id);
CREATE TRIGGER status_changes_no_delete BEFORE DELETE ON status_changes BEGIN SELECT RAISE(ABORT, 'status_changes is append-only'); END;
CREATE TRIGGER status_changes_no_update BEFORE UPDATE ON status_changes WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.affiliate_id IS DISTINCT FROM NEW.affiliate_id OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.from_value IS DISTINCT FROM NEW.from_value OR OLD.to_value IS DISTINCT FROM NEW.to_value OR OLD.reason_code IS DISTINCT FROM NEW.reason_code OR OLD.text_id IS DISTINCT FROM NEW.text_id OR OLD.evidence IS DISTINCT FROM NEW.evidence OR OLD.effective_at IS DISTINCT FROM NEW.effective_at OR OLD.holds_until IS DISTINCT FROM NEW.holds_until OR OLD.seen IS DISTINCT FROM NEW.seen OR OLD.source IS DISTINCT FROM NEW.source OR OLD.cause IS DISTINCT FROM NEW.cause OR OLD.requested_by IS DISTINCT FROM NEW.requested_by OR OLD.requested_by_id IS DISTINCT FROM NEW.requested_by_id OR OLD.requested_role IS DISTINCT FROM NEW.requested_role OR OLD.requested_at IS DISTINCT FROM NEW.requested_at BEGIN SELECT RAISE(ABORT, 'status_changes is append-only'); END;

CREATE TABLE tier_reviews (
  id INTEGER PRIMARY KEY,
  evaluation_id INTEGER NOT NULL UNIQUE REFERENCES evaluations (id),
  affiliate_id INTEGER NOT NULL REFERENCES accounts (id),
  enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
  programme TEXT NOT NULL,
  month TEXT NOT NULL,
  tier_from INTEGER NOT NULL,
  tier_to INTEGER NOT NULL,
  qualified_invitees INTEGER,
  volume_units INTEGER NOT NULL,
  volume_fraction_e8 INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'rejected', 'superseded', 'withdrawn')),
  decided_by TEXT,
  decided_at INTEGER,
  comment TEXT,
  evidence TEXT
) STRICT;
CREATE INDEX tier_reviews_affiliate ON tier_reviews (affiliate_id, id);
CREATE INDEX tier_reviews_decided ON tier_reviews (decided_at) WHERE decided_by IS NOT NULL;
CREATE INDEX tier_reviews_state ON tier_reviews (state, id);
CREATE TRIGGER tier_reviews_no_delete BEFORE DELETE ON tier_reviews BEGIN SELECT RAISE(ABORT, 'tier_reviews is append-only'); END;
CREATE TRIGGER tier_reviews_no_update BEFORE UPDATE ON tier_reviews WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.evaluation_id IS DISTINCT FROM NEW.evaluation_id OR OLD.affiliate_id IS DISTINCT FROM NEW.affiliate_id OR OLD.enrolment_id IS DISTINCT FROM NEW.enrolment_id OR OLD.programme IS DISTINCT FROM NEW.programme OR OLD.month IS DISTINCT FROM NEW.month OR OLD.tier_from IS DISTINCT FROM NEW.tier_from OR OLD.tier_to IS DISTINCT FROM NEW.tier_to OR OLD.qualified_invitees IS DISTINCT FROM NEW.qualified_invitees OR OLD.volume_units IS DISTINCT FROM NEW.volume_units OR OLD.volume_fraction_e8 IS DISTINCT FROM NEW.volume_fraction_e8 OR OLD.created_at IS DISTINCT FROM NEW.created_at BEGIN SELECT RAISE(ABORT, 'tier_reviews is append-only'); END;

CREATE TABLE traded_invitees (
    period TEXT NOT NULL,
    family TEXT NOT NULL,
    inviter_id INTEGER NOT NULL,
    invitee_id INTEGER NOT NULL,
    PRIMARY KEY (period, family, inviter_id, invitee_id)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE traded_totals (
    period TEXT NOT NULL,
    family TEXT NOT NULL,
    invitees INTEGER NOT NULL,
    PRIMARY KEY (period, family)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE trades (
  id INTEGER PRIMARY KEY,
  trade_id TEXT NOT NULL UNIQUE,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  executed_at INTEGER NOT NULL,
  product TEXT NOT NULL,
  volume_e8 INTEGER NOT NULL,
  fee_e8 INTEGER NOT NULL,
  offset_e8 INTEGER NOT NULL,
  currency TEXT NOT NULL,
  via_api INTEGER NOT NULL CHECK (via_api IN (0, 1)),
  late_month TEXT,
  import_id INTEGER NOT NULL
) STRICT;
CREATE INDEX trades_account ON trades (account_id, executed_at, id, late_month, product, volume_e8);
CREATE INDEX trades_executed ON trades (executed_at, id);
CREATE INDEX trades_late ON trades (late_month) WHERE late_month IS NOT NULL;
CREATE TRIGGER trades_no_delete BEFORE DELETE ON trades BEGIN SELECT RAISE(ABORT, 'trades is append-only'); END;
CREATE TRIGGER trades_no_update BEFORE UPDATE ON trades WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.trade_id IS DISTINCT FROM NEW.trade_id OR OLD.account_id IS DISTINCT FROM NEW.account_id OR OLD.executed_at IS DISTINCT FROM NEW.executed_at OR OLD.product IS DISTINCT FROM NEW.product OR OLD.volume_e8 IS DISTINCT FROM NEW.volume_e8 OR OLD.fee_e8 IS DISTINCT FROM NEW.fee_e8 OR OLD.offset_e8 IS DISTINCT FROM NEW.offset_e8 OR OLD.currency IS DISTINCT FROM NEW.currency OR OLD.via_api IS DISTINCT FROM NEW.via_api OR OLD.late_month IS DISTINCT FROM NEW.late_month OR OLD.import_id IS DISTINCT FROM NEW.import_id BEGIN SELECT RAISE(ABORT, 'trades is append-only'); END;

CREATE TABLE transfers (
  id INTEGER PRIMARY KEY,
  transfer_id TEXT NOT NULL UNIQUE,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  occurred_at INTEGER NOT NULL,
  direction TEXT NOT NULL,
  source TEXT NOT NULL,
  amount_e8 INTEGER NOT NULL,
  late_month TEXT,
  import_id INTEGER NOT NULL
) STRICT;
CREATE INDEX transfers_account ON transfers (account_id, occurred_at);
CREATE TRIGGER transfers_no_delete BEFORE DELETE ON transfers BEGIN SELECT RAISE(ABORT, 'transfers is append-only'); END;
CREATE TRIGGER transfers_no_update BEFORE UPDATE ON transfers WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.transfer_id IS DISTINCT FROM NEW.transfer_id OR OLD.account_id IS DISTINCT FROM NEW.account_id OR OLD.occurred_at IS DISTINCT FROM NEW.occurred_at OR OLD.direction IS DISTINCT FROM NEW.direction OR OLD.source IS DISTINCT FROM NEW.source OR OLD.amount_e8 IS DISTINCT FROM NEW.amount_e8 OR OLD.late_month IS DISTINCT FROM NEW.late_month OR OLD.import_id IS DISTINCT FROM NEW.import_id BEGIN SELECT RAISE(ABORT, 'transfers is append-only'); END;
