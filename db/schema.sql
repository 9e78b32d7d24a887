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
CREATE INDEX audit_events_subject ON audit_events (subject_type, subject_id, seq);
CREATE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events BEGIN SELECT RAISE(ABORT, 'audit_events is append-only'); END;
CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events WHEN OLD.seq IS DISTINCT FROM NEW.seq OR OLD.at IS DISTINCT FROM NEW.at OR OLD.actor IS DISTINCT FROM NEW.actor OR OLD.role IS DISTINCT FROM NEW.role OR OLD.action IS DISTINCT FROM NEW.action OR OLD.subject_type IS DISTINCT FROM NEW.subject_type OR OLD.subject_id IS DISTINCT FROM NEW.subject_id OR OLD.changes IS DISTINCT FROM NEW.changes OR OLD.reason IS DISTINCT FROM NEW.reason OR OLD.request_id IS DISTINCT FROM NEW.request_id OR OLD.prev IS DISTINCT FROM NEW.prev OR OLD.hash IS DISTINCT FROM NEW.hash BEGIN SELECT RAISE(ABORT, 'audit_events is append-only'); END;

CREATE TABLE audit_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;

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
CREATE INDEX bindings_inviter ON bindings (inviter_id, bound_at);
CREATE TRIGGER bindings_no_delete BEFORE DELETE ON bindings BEGIN SELECT RAISE(ABORT, 'bindings is append-only'); END;
CREATE TRIGGER bindings_no_update BEFORE UPDATE ON bindings WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.invitee_id IS DISTINCT FROM NEW.invitee_id OR OLD.inviter_id IS DISTINCT FROM NEW.inviter_id OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.bound_at IS DISTINCT FROM NEW.bound_at OR OLD.window_start_at IS DISTINCT FROM NEW.window_start_at OR OLD.channel IS DISTINCT FROM NEW.channel OR OLD.campaign IS DISTINCT FROM NEW.campaign OR OLD.late_month IS DISTINCT FROM NEW.late_month OR OLD.known_from IS DISTINCT FROM NEW.known_from OR OLD.import_id IS DISTINCT FROM NEW.import_id BEGIN SELECT RAISE(ABORT, 'bindings is append-only'); END;

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

CREATE TABLE countries (code TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;

CREATE TABLE engine_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL,
  covered_until INTEGER NOT NULL
) STRICT;

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
CREATE INDEX enrolment_periods_at ON enrolment_periods (account_id, from_at);
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
) STRICT;

CREATE TABLE late_trades (trade_ref INTEGER PRIMARY KEY REFERENCES trades (id)) STRICT;

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

CREATE TABLE revisions (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  cause TEXT NOT NULL
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

CREATE TABLE schema_migrations (position INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;

CREATE TABLE sessions (
  sid TEXT PRIMARY KEY,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  csrf_token TEXT NOT NULL,
  session_epoch INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  touched_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_staff ON sessions (staff_id);

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
) STRICT;

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
CREATE INDEX tier_reviews_state ON tier_reviews (state, id);
CREATE TRIGGER tier_reviews_no_delete BEFORE DELETE ON tier_reviews BEGIN SELECT RAISE(ABORT, 'tier_reviews is append-only'); END;
CREATE TRIGGER tier_reviews_no_update BEFORE UPDATE ON tier_reviews WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.evaluation_id IS DISTINCT FROM NEW.evaluation_id OR OLD.affiliate_id IS DISTINCT FROM NEW.affiliate_id OR OLD.enrolment_id IS DISTINCT FROM NEW.enrolment_id OR OLD.programme IS DISTINCT FROM NEW.programme OR OLD.month IS DISTINCT FROM NEW.month OR OLD.tier_from IS DISTINCT FROM NEW.tier_from OR OLD.tier_to IS DISTINCT FROM NEW.tier_to OR OLD.qualified_invitees IS DISTINCT FROM NEW.qualified_invitees OR OLD.volume_units IS DISTINCT FROM NEW.volume_units OR OLD.volume_fraction_e8 IS DISTINCT FROM NEW.volume_fraction_e8 OR OLD.created_at IS DISTINCT FROM NEW.created_at BEGIN SELECT RAISE(ABORT, 'tier_reviews is append-only'); END;

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
CREATE INDEX trades_account ON trades (account_id, executed_at);
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
