import { dialectOf } from '../../db/connection.ts';
import { rows, type Connection } from '../../db/statement.ts';
import { FOREVER } from '../calendar.ts';
import type { Scalar } from '../lists/query.ts';
import type { ListRow, ListSource } from '../lists/source.ts';
import { Refusal } from '../refusal.ts';
import { enrolledChoices, linksOf } from './contract.ts';

/** What holds at `:at` of an account, as believed now. */
const stateAt = (field: string): string => `(SELECT s.value FROM account_states s WHERE s.account_id = a.id AND s.field = '${field}'
  AND s.known_to = ${FOREVER} AND s.from_at <= :at AND :at < s.to_at)`;

/** The last enrolment that had begun by `:at`. */
const lastEnrolment = `SELECT last.id FROM enrolments last WHERE last.account_id = a.id AND last.activated_at <= :at
  ORDER BY last.activated_at DESC, last.id DESC LIMIT 1`;

const isOpen = 'p.from_at <= :at AND :at < p.to_at';
const tier = `CASE WHEN ${isOpen} AND p.programme <> 'pro' THEN CAST(${stateAt('tier')} AS INTEGER) END`;

/** The tier's rate in the version in force at `:at` (RUL-1), in basis points. */
const rate = `CASE WHEN ${isOpen} THEN (
  SELECT step.rate_bps FROM rulebooks g JOIN rulebook_tiers step ON step.rulebook_id = g.id
  WHERE g.programme = p.programme AND g.state = 'approved' AND g.effective_from <= :at AND :at < g.effective_to
    AND step.tier = ${stateAt('tier')}) END`;

function enrolled(value: Scalar): string {
  if (value === 'open') return `(${isOpen})`;
  if (value === 'ended') return 'p.to_at <= :at';
  throw new Refusal('bad_request', { field: 'enrolled' }, `enrolled is one of ${enrolledChoices.join(', ')}.`);
}

const source: Omit<ListSource, 'from' | 'where' | 'parameters'> = {
  resource: 'affiliates',
  fields: {
    id: { sql: 'a.uid', plain: true },
    uid: { sql: 'a.uid', plain: true },
    programme: { sql: 'p.programme', nullable: true, plain: true },
    tier: { sql: tier, nullable: true },
    rate: { sql: rate, nullable: true },
    account_type: { sql: stateAt('account_type'), nullable: true, plain: true },
    kyc_level: { sql: stateAt('kyc_level'), nullable: true, plain: true },
    country: { sql: stateAt('country'), nullable: true, plain: true },
    restriction: { sql: `COALESCE(${stateAt('restriction')}, 'none')`, plain: true },
    activated_at: { sql: 'p.from_at', nullable: true },
    ended_at: { sql: 'CASE WHEN p.to_at <= :at THEN p.to_at END', nullable: true },
    end_reason: { sql: 'CASE WHEN p.to_at <= :at THEN p.end_reason END', nullable: true, plain: true },
    referral_code: { sql: 'a.referral_code', nullable: true },
    registered_at: { sql: 'a.registered_at' },
    email: { sql: '(SELECT i.email FROM account_identities i WHERE i.account_id = a.id)', nullable: true },
    name: { sql: '(SELECT i.name FROM account_identities i WHERE i.account_id = a.id)', nullable: true },
    inviter_uid: {
      sql: `(SELECT inviter.uid FROM bindings b JOIN accounts inviter ON inviter.id = b.inviter_id
        WHERE b.invitee_id = a.id AND b.bound_at <= :at)`,
      nullable: true,
      plain: true,
    },
  },
  hidden: { account_id: 'a.id', bound_before: ':at' },
  search: {
    uid: (parameter) => `a.uid = ${parameter}`,
    referral_code: (parameter) => `a.referral_code = ${parameter}`,
    email: (parameter) => `a.id IN (SELECT i.account_id FROM account_identities i WHERE i.email = ${parameter})`,
  },
  extraFilters: { enrolled },
  newest: '(SELECT max(id) FROM enrolment_periods)',
  finish: withLinksAndReferrals,
};

/** Everybody who was enrolled by the instant, with the last enrolment as it stood then. */
export function affiliatesSource(at: number): ListSource {
  return {
    ...source,
    from: `enrolments e
      LEFT JOIN accounts a ON a.id = e.account_id
      LEFT JOIN enrolment_periods p ON p.enrolment_id = e.id AND p.known_to = ${FOREVER}`,
    where: `e.activated_at <= :at AND NOT EXISTS (SELECT 1 FROM enrolments later
      WHERE later.account_id = e.account_id AND later.activated_at <= :at
        AND (later.activated_at > e.activated_at OR later.activated_at = e.activated_at AND later.id > e.id))`,
    parameters: { at },
  };
}

/** Any account that was registered by the instant, enrolled or not: support looks up whoever asks. */
export function accountsSource(at: number): ListSource {
  return {
    ...source,
    from: `accounts a
      LEFT JOIN enrolments e ON e.id = (${lastEnrolment})
      LEFT JOIN enrolment_periods p ON p.enrolment_id = e.id AND p.known_to = ${FOREVER}`,
    where: 'a.registered_at <= :at',
    parameters: { at },
  };
}

async function withLinksAndReferrals(connection: Connection, list: ListRow[]): Promise<ListRow[]> {
  const counts = await rows<{ id: number; n: number }>(
    connection,
    `SELECT k.id, count(*) AS n FROM {{ids}} k JOIN bindings b ON b.inviter_id = k.id AND b.bound_at <= :at GROUP BY k.id`,
    { ids: JSON.stringify(list.map((row) => ({ id: row.account_id }))), at: Number(list[0]?.bound_before ?? 0) },
    { ids: dialectOf(connection).rowset('ids', { id: 'integer' }) },
  );
  const byId = new Map(counts.map((item) => [item.id, item.n]));
  return list.map((row) => ({
    ...row,
    links: typeof row.referral_code === 'string' ? linksOf(row.referral_code) : null,
    referrals_count: byId.get(row.account_id as number) ?? 0,
  }));
}
