import type { Knex } from 'knex';
import type { Database } from '../../db/connection.ts';
import { seedReference } from '../../seeds/reference/index.ts';
import { dayOf, DAY_MS, FOREVER } from '../../server/calendar.ts';
import { addToTotals } from '../../server/commissions/totals.ts';
import type { TestConsole } from './console.ts';

/** A small world that is only read: written straight into the tables, every figure drawn from one seed. */

export const firstDay = Date.parse('2026-02-20T00:00:00.000Z');
const affiliateCount = 8;
export const recordCount = 300;
const inviteesEach = 5;

type Row = Record<string, string | number | null>;

function draws(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}

async function insertAll(transaction: Knex.Transaction, table: string, list: Row[]): Promise<void> {
  for (let from = 0; from < list.length; from += 40) await transaction(table).insert(list.slice(from, from + 40));
}

/** Ids and codes whose order by code point differs from that of letters: digits, upper case, lower case, beyond ASCII. */
const uids = ['a-1', 'B-2', 'b-3', '10', '9', 'Z.4', 'z:5', 'n_6'];
const codes = ['ÄRGER', 'zebra', 'Zebra', '=1+1', null, '10', 'x\'); DROP TABLE accounts', '９'];

export const affiliateUids = uids;
export const inviteeUid = (affiliate: number, place: number): string => `i-${affiliate}-${place}`;

async function seedAccounts(transaction: Knex.Transaction): Promise<void> {
  const affiliates = uids.map((uid, at) => ({ id: at + 1, uid, referral_code: codes[at] ?? null, country: ['DE', 'FR', 'IR'][at % 3] as string }));
  const invitees = Array.from({ length: affiliateCount * inviteesEach }, (_, at) => ({
    id: 101 + at, uid: inviteeUid(Math.floor(at / inviteesEach), at % inviteesEach), referral_code: null, country: ['TR', 'US'][at % 2] as string,
  }));
  const accounts = [...affiliates, ...invitees];
  await insertAll(transaction, 'accounts', accounts.map((account) => ({
    ...account, registered_at: firstDay - 30 * DAY_MS + account.id, account_type: 'normal', kyc_level: 'advanced', vip_level: 0,
    inviter_code: null, inviter_channel: null, inviter_campaign: null, import_id: 1,
  })));
  await insertAll(transaction, 'account_identities', accounts.map(({ id, uid }) => ({
    account_id: id, email: `${uid}@people.example`, name: id === 1 ? '=HYPERLINK("http://x")' : `Person ${uid}`,
  })));
  const state = (account_id: number, field: string, value: string, from_at: number, to_at = FOREVER): Row => ({
    account_id, field, value, from_at, to_at, known_from: 1, known_to: FOREVER, cause: 'registration',
  });
  await insertAll(transaction, 'account_states', accounts.flatMap(({ id, country }) => [
    state(id, 'country', country, 0), state(id, 'account_type', 'normal', 0), state(id, 'kyc_level', 'advanced', 0), state(id, 'vip_level', '1', 0),
  ]));
  await insertAll(transaction, 'account_states', [
    state(1, 'tier', '0', firstDay - 10 * DAY_MS, firstDay + DAY_MS), state(1, 'tier', '1', firstDay + DAY_MS),
    state(2, 'tier', '0', firstDay - 10 * DAY_MS), state(3, 'tier', '2', firstDay - 10 * DAY_MS),
    state(2, 'restriction', 'frozen', firstDay + 2 * DAY_MS), state(3, 'restriction', 'restricted', firstDay),
    state(4, 'ratio:futures', '9000', firstDay), state(4, 'ratio:mining', '500', firstDay),
  ]);
}

async function seedEnrolments(transaction: Knex.Transaction): Promise<void> {
  // The last affiliate never enrolled; the first one ended and came back; the fifth has ended.
  const enrolled = [
    { account_id: 1, programme: 'referral', from: -20, to: -15 }, { account_id: 1, programme: 'referral', from: -10, to: null },
    { account_id: 2, programme: 'referral', from: -10, to: null }, { account_id: 3, programme: 'partner', from: -10, to: null },
    { account_id: 4, programme: 'pro', from: -9, to: null }, { account_id: 5, programme: 'referral', from: -8, to: 3 },
    { account_id: 6, programme: 'pro', from: -7, to: null }, { account_id: 7, programme: 'partner', from: -10, to: null },
  ];
  await insertAll(transaction, 'enrolments', enrolled.map(({ account_id, programme, from }, at) => ({
    id: at + 1, activation_id: `act-${at}`, account_id, programme, activated_at: firstDay + from * DAY_MS, import_id: 1,
  })));
  await insertAll(transaction, 'enrolment_periods', enrolled.map(({ account_id, programme, from, to }, at) => ({
    enrolment_id: at + 1, account_id, programme, from_at: firstDay + from * DAY_MS, to_at: to === null ? FOREVER : firstDay + to * DAY_MS,
    end_reason: to === null ? null : 'account_type_changed', known_from: 1, known_to: FOREVER, cause: `activation:act-${at}`,
  })));
  await insertAll(transaction, 'bindings', Array.from({ length: affiliateCount * inviteesEach }, (_, at) => ({
    id: at + 1, invitee_id: 101 + at, inviter_id: Math.floor(at / inviteesEach) + 1, kind: at % 7 === 0 ? 'recall' : 'registration',
    bound_at: firstDay - (at % 6) * DAY_MS, window_start_at: firstDay, channel: at % 3 === 0 ? null : 'link', campaign: null, late_month: null,
    known_from: 1, import_id: 1,
  })));
}

async function seedRecords(transaction: Knex.Transaction): Promise<void> {
  const draw = draws(20_260_311);
  await insertAll(transaction, 'runs', [0, 1, 2, 3, 4, 5].map((day) => ({
    id: day + 1, kind: 'commission', period: dayOf(firstDay + day * DAY_MS), state: 'done', progress_bps: 10_000, range_from: 0, range_until: 0,
    cursor_at: 0, cursor_id: 0, result: '{"trades":0,"earning":0,"by_reason":{},"totals":{}}', error: null, requested_by: 'system',
    started_at: firstDay, finished_at: firstDay,
  })));
  const trades: Row[] = [];
  const records: Row[] = [];
  for (let n = 1; n <= recordCount; n += 1) {
    const day = Math.floor((n - 1) / 50);
    const invitee = draw(affiliateCount * inviteesEach);
    // Some late ones, and several at one instant.
    const executed_at = firstDay + (draw(10) === 0 ? Math.max(0, day - 1) : day) * DAY_MS + draw(20) * 3_600_000;
    const currency = ['USDT', 'BTC', 'SHIB'][draw(3)] as string;
    const earns = draw(3) > 0;
    const base = currency === 'SHIB' ? 9_000_000_000_000_000_000n - BigInt(draw(1000)) : BigInt(draw(5) * 100_000_000 + draw(3) * 7);
    const amount = earns ? (base / 10_000n) * 1500n : 0n;
    const product = ['spot', 'futures_usdt', 'mining'][draw(3)] as string;
    trades.push({
      id: n, trade_id: `t-${n}`, account_id: 101 + invitee, executed_at, product, volume_e8: 12_345_678_901, fee_e8: 100, offset_e8: 0, currency,
      via_api: 0, late_month: null, import_id: 1,
    });
    records.push({
      id: n, kind: 'commission', trade_ref: n, inviter_id: Math.floor(invitee / inviteesEach) + 1, invitee_id: 101 + invitee,
      binding_id: invitee + 1, enrolment_id: null, rulebook_id: null, programme: ['referral', 'pro', ''][draw(3)] as string, executed_at, product,
      family: { spot: 'spot_margin', futures_usdt: 'futures', mining: 'mining' }[product] as string, tier: draw(2) === 0 ? null : draw(3),
      rate_bps: draw(4) === 0 ? null : 1500, base_e8: base.toString(), amount_e8: amount.toString(), currency,
      reason: earns ? '' : (['vip_excluded', 'api_trade'][draw(2)] as string), checks: earns ? '111111111' : '1-1111011',
      status: amount > 0n ? (['open', 'in_batch', 'paid'][draw(3)] as string) : 'zero', run_id: day + 1, run_day: dayOf(firstDay + day * DAY_MS), known_at: 1,
      distributed_at: null, reverses_id: null,
    });
  }
  await insertAll(transaction, 'trades', trades);
  await insertAll(transaction, 'commission_records', records);
  await addToTotals(transaction, 0);
}

async function seedEvaluations(transaction: Knex.Transaction): Promise<void> {
  await insertAll(transaction, 'closed_months', [{ month: '2026-01', run_id: 1, closed_at: firstDay, known_at: 1, last_trade_id: 0, last_transfer_id: 0 }]);
  await insertAll(transaction, 'evaluations', [1, 2, 3].map((affiliate) => ({
    id: affiliate, month: '2026-01', affiliate_id: affiliate, enrolment_id: affiliate, rulebook_id: 1, programme: affiliate === 3 ? 'partner' : 'referral',
    tier_before: 0, qualified_invitees: affiliate === 3 ? null : affiliate, volume_units: [0, 120, 15_000_000, 92_233_720_370][affiliate] as number,
    volume_fraction_e8: [0, 0, 250_000_000, 5][affiliate] as number, tier_reached: affiliate - 1,
    outcome: affiliate === 1 ? 'retention' : 'promotion', boosted: affiliate === 3 ? 1 : 0, known_at: 1,
  })));
  await insertAll(transaction, 'tier_reviews', [{
    id: 1, evaluation_id: 2, affiliate_id: 2, enrolment_id: 3, programme: 'referral', month: '2026-01', tier_from: 0, tier_to: 1,
    qualified_invitees: 5,
    volume_units: 15_000_000, volume_fraction_e8: 0, created_at: firstDay, state: 'pending', decided_by: null, decided_at: null,
    comment: null, evidence: null,
  }]);
}

export async function seedWorld({ context }: TestConsole): Promise<Database> {
  const { database, clock } = context;
  await database.transaction(async (transaction) => {
    await seedReference(transaction, clock);
    await seedAccounts(transaction);
    await seedEnrolments(transaction);
    await seedRecords(transaction);
    await seedEvaluations(transaction);
    await insertAll(transaction, 'prices', [0, 1, 2, 3, 4, 5].map((day) => ({
      currency: 'BTC', day: dayOf(firstDay + day * DAY_MS), usdt_e8: '6000000000000', import_id: 1,
    })));
    await transaction('engine_head').update({ revision: 1, covered_until: firstDay + 6 * DAY_MS });
  });
  return database;
}
