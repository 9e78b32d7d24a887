/** What stands in a database: all of it, or what must be the same however it came there. */
import type { Database } from '../../db/connection.ts';
import { rows } from '../../db/statement.ts';
import { columnsOf, tableNames } from '../db/catalogue.ts';

export type Contents = Record<string, string[]>;

/** Every column of every row of every table, as text. */
export async function everything(database: Database): Promise<Contents> {
  const columns = await columnsOf(database);
  const contents: Contents = {};
  for (const table of await tableNames(database)) {
    const names = columns.filter((one) => one.table === table).map((one) => `COALESCE(CAST(${one.name} AS TEXT), '∅')`);
    contents[table] = await lines(database, `SELECT ${names.join(` || '|' || `)} AS line FROM ${table}`);
  }
  return contents;
}

const uidOf = (column: string): string => `(SELECT u.uid FROM accounts u WHERE u.id = ${column})`;
const tradeOf = (column: string): string => `(SELECT u.trade_id FROM trades u WHERE u.id = ${column})`;
/** A record by its kind and trade. */
const recordOf = (column: string): string => `(SELECT r.kind || ' ' || COALESCE(u.trade_id, '') FROM commission_records r
  LEFT JOIN trades u ON u.id = r.trade_ref WHERE r.id = ${column})`;
const current = 'WHERE known_to = 8640000000000000';

/**
 * By table what must come out the same on every way: facts by the exchange's ids, beliefs as they are now, decisions. Left out:
 * our own numbers, and which import or revision brought a row.
 */
const sameOnEveryWay: Record<string, [columns: string, where?: string]> = {
  accounts: ['uid, registered_at, country, account_type, kyc_level, vip_level, referral_code, inviter_code, inviter_channel, inviter_campaign'],
  account_identities: [`${uidOf('account_id')}, email, name`],
  account_events: [`event_id, ${uidOf('account_id')}, occurred_at, field, value`],
  account_states: [`${uidOf('account_id')}, field, value, from_at, to_at`, current],
  bindings: [`${uidOf('invitee_id')}, ${uidOf('inviter_id')}, kind, bound_at, window_start_at, channel, campaign, late_month`],
  binding_refusals: [`${uidOf('account_id')}, ${uidOf('inviter_id')}, inviter_code, codes, at`],
  enrolments: [`activation_id, ${uidOf('account_id')}, programme, activated_at`],
  enrolment_periods: [`${uidOf('account_id')}, programme, from_at, to_at, end_reason`, current],
  boost_periods: [`${uidOf('account_id')}, programme, from_at, to_at`, current],
  trades: [`trade_id, ${uidOf('account_id')}, executed_at, product, volume_e8, fee_e8, offset_e8, currency, via_api, late_month`],
  late_trades: [tradeOf('trade_ref')],
  transfers: [`transfer_id, ${uidOf('account_id')}, occurred_at, direction, source, amount_e8, late_month`],
  ratios: [`ratio_id, ${uidOf('account_id')}, family, ratio_bps, set_at`],
  prices: ['currency, day, usdt_e8'],
  rulebooks: ['programme, version, effective_from, effective_to, state, document'],
  engine_head: ['covered_until'],
  runs: ['kind, period, state, progress_bps, range_from, range_until, error'],
  commission_records: [`kind, ${tradeOf('trade_ref')}, ${uidOf('inviter_id')}, ${uidOf('invitee_id')}, programme, executed_at, product, family, tier,
    rate_bps, base_e8, amount_e8, currency, reason, checks, status, run_day`],
  commission_totals: [`day, ${uidOf('inviter_id')}, programme, family, currency, status, reason, kind, records, amount_units, amount_fraction_e8`],
  income_totals: ['day, price_day, family, currency, kind, status, records, amount_units, amount_fraction_e8'],
  traded_invitees: [`period, family, ${uidOf('inviter_id')}, ${uidOf('invitee_id')}`],
  traded_totals: ['period, family, invitees'],
  referral_totals: ['day, country, kind, referrals'],
  campaign_totals: ['(SELECT u.code FROM campaigns u WHERE u.id = campaign_id), pending_e8, distributed_e8'],
  recalls: [`recall_id, ${uidOf('account_id')}, ${uidOf('inviter_id')}, inviter_code, via, attempted_at, confirmed_at, codes`],
  applications: [`application_id, ${uidOf('account_id')}, applied_at, source, state`],
  account_managers: [`${uidOf('affiliate_id')}, from_at, to_at`],
  closed_months: ['month'],
  evaluations: [`month, ${uidOf('affiliate_id')}, programme, tier_before, qualified_invitees, volume_units, volume_fraction_e8, tier_reached, outcome, boosted`],
  status_changes: [`${uidOf('affiliate_id')}, kind, from_value, to_value, reason_code, effective_at, holds_until, source, requested_by, state`],
  deactivations: [`deactivation_id, ${uidOf('account_id')}, ended_at`],
  boosts: [`${uidOf('affiliate_id')}, programme, from_at, to_at, state`],
  payout_batches: ['day, state'],
  payout_lines: [`${uidOf('affiliate_id')}, currency, amount_units, amount_fraction_e8, records, state, withdrawn_because, confirmed_at, reference`],
  payout_line_records: [`${recordOf('record_id')}, active`],
  payout_leftovers: [recordOf('record_id')],
  payout_conflicts: ['status, at, reference, state'],
  payout_stops: ['reason, state'],
  reversals: [`${recordOf('record_id')}, ${uidOf('affiliate_id')}, amount_e8, currency, reason_code, source, state`],
  corrections: [`${recordOf('record_id')}, ${uidOf('affiliate_id')}, amount_e8, currency, reason_code, source, state`],
  shortfalls: [recordOf('record_id')],
  feed_days: ['feed, day, row_count, sum_units, sum_fraction_e8'],
  manifests: ['feed, day, row_count, control_units, control_fraction_e8'],
  manifest_overrides: ['reason, state'],
  content_reviews: [`${uidOf('affiliate_id')}, url, channel, look_alikes, state, reason_code`],
  campaigns: ['code, kind, audience, state, ended_at'],
  campaign_versions: ['version, name, document, state, reason, in_force_from, in_force_to'],
  campaign_openings: ['from_at, to_at'],
  campaign_joins: [`${uidOf('affiliate_id')}, joined_at`],
  bonuses: [`${uidOf('affiliate_id')}, ${uidOf('invitee_id')}, side, reward, amount_e8, currency, earned_at, state, distributed_at, reference`],
  bonus_waits: [`${uidOf('affiliate_id')}, ${uidOf('invitee_id')}, reason, earned_at`],
  notes: ['subject_type, subject_id, kind'],
  tier_reviews: [`month, ${uidOf('affiliate_id')}, programme, tier_from, tier_to, qualified_invitees, volume_units, volume_fraction_e8, state`],
};
/** Logs of the way itself, seeds, and staff at work. */
const theWayItself = [
  'imports', 'import_rejects', 'revisions', 'audit_head', 'audit_events', 'schema_migrations', 'countries', 'rulebook_products', 'rulebook_tiers',
  'audit_samples', 'audit_sample_records', 'rulebook_ratios', 'rulebook_countries', 'free_texts', 'routine_lease', 'claims', 'saved_views', 'staff', 'staff_changes', 'sessions', 'second_factors', 'sign_in_failures', 'reveals',
];

/** What must be the same however the database came to it. Throws where a table is neither compared nor named above. */
export async function endState(database: Database): Promise<Contents> {
  const forgotten = (await tableNames(database)).filter((table) => !(table in sameOnEveryWay) && !theWayItself.includes(table));
  if (forgotten.length > 0) throw new Error(`compared nowhere: ${forgotten.join(', ')}`);
  const contents: Contents = {};
  for (const [table, [columns, where = '']] of Object.entries(sameOnEveryWay)) {
    const list = splitColumns(columns).map((one) => `COALESCE(CAST(${one} AS TEXT), '∅')`);
    contents[table] = await lines(database, `SELECT ${list.join(` || '|' || `)} AS line FROM ${table} ${where}`);
  }
  return contents;
}

function splitColumns(columns: string): string[] {
  return columns.split(/,(?![^(]*\))/).map((one) => one.trim());
}

async function lines(database: Database, sql: string): Promise<string[]> {
  return (await rows<{ line: string }>(database.read, sql)).map((one) => one.line).sort();
}
