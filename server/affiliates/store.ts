import { dialectOf } from '../../db/connection.ts';
import { rows, type Connection } from '../../db/statement.ts';
import type { Scalar } from '../lists/query.ts';
import type { ListRow, ListSource } from '../lists/source.ts';
import { Refusal } from '../refusal.ts';
import { enrolledChoices, linksOf } from './contract.ts';
import { believed, knownParameter, type Known } from './knowledge.ts';

/** What holds at `:at` of an account, by what is or was believed. */
const stateSql = (field: string, known: Known): string => `(SELECT s.value FROM account_states s WHERE s.account_id = a.id AND s.field = '${field}'
  AND ${believed('s', known)} AND s.from_at <= :at AND :at < s.to_at)`;

/** The last enrolment that had begun by `:at`, of those that were known. */
const lastEnrolment = (known: Known): string => `SELECT last.id FROM enrolments last WHERE last.account_id = a.id AND last.activated_at <= :at
  AND EXISTS (SELECT 1 FROM enrolment_periods heard WHERE heard.account_id = a.id AND heard.enrolment_id = last.id AND ${believed('heard', known)})
  ORDER BY last.activated_at DESC, last.id DESC LIMIT 1`;

const isOpen = 'p.from_at <= :at AND :at < p.to_at';

/** The tier's rate in the version in force at `:at` (RUL-1), in basis points. */
const rateAt = (known: Known): string => `CASE WHEN ${isOpen} THEN (
  SELECT step.rate_bps FROM rulebooks g JOIN rulebook_tiers step ON step.rulebook_id = g.id
  WHERE g.programme = p.programme AND g.state = 'approved' AND g.effective_from <= :at AND :at < g.effective_to
    AND step.tier = ${stateSql('tier', known)}) END`;

function enrolled(value: Scalar): string {
  if (value === 'open') return `(${isOpen})`;
  if (value === 'ended') return 'p.to_at <= :at';
  throw new Refusal('bad_request', { field: 'enrolled' }, `enrolled is one of ${enrolledChoices.join(', ')}.`);
}

/** One set of expressions for what is believed now and for what was believed at a revision. */
function fieldsBy(known: Known): ListSource['fields'] {
  return {
    id: { sql: 'a.uid', plain: true },
    uid: { sql: 'a.uid', plain: true },
    programme: { sql: 'p.programme', nullable: true, plain: true },
    tier: { sql: `CASE WHEN ${isOpen} AND p.programme <> 'pro' THEN CAST(${stateSql('tier', known)} AS INTEGER) END`, nullable: true },
    rate: { sql: rateAt(known), nullable: true },
    account_type: { sql: stateSql('account_type', known), nullable: true, plain: true },
    kyc_level: { sql: stateSql('kyc_level', known), nullable: true, plain: true },
    country: { sql: stateSql('country', known), nullable: true, plain: true },
    restriction: { sql: `COALESCE(${stateSql('restriction', known)}, 'none')`, plain: true },
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
    account_manager: {
      sql: `(SELECT s.email FROM account_managers m JOIN staff s ON s.id = m.staff_id
        WHERE m.affiliate_id = a.id AND m.from_at <= :at AND :at < m.to_at)`,
      nullable: true,
      match: (values) => `a.id IN (SELECT m.affiliate_id FROM staff s JOIN account_managers m ON m.staff_id = s.id
        WHERE s.email IN (${values}) AND m.from_at <= :at AND :at < m.to_at)`,
    },
    // The terms accepted are those in force when the enrolment began (ENR-8): no later version holds from an earlier instant (RUL-2).
    terms_version: {
      sql: `(SELECT g.version FROM rulebooks g WHERE g.programme = p.programme AND g.state = 'approved'
        AND g.effective_from <= p.from_at AND p.from_at < g.effective_to)`,
      nullable: true,
    },
  };
}

const source: Omit<ListSource, 'from' | 'where' | 'parameters'> = {
  resource: 'affiliates',
  fields: fieldsBy(null),
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
      LEFT JOIN enrolment_periods p ON p.enrolment_id = e.id AND ${believed('p', null)}`,
    where: `e.activated_at <= :at AND NOT EXISTS (SELECT 1 FROM enrolments later
      WHERE later.account_id = e.account_id AND later.activated_at <= :at
        AND (later.activated_at > e.activated_at OR later.activated_at = e.activated_at AND later.id > e.id))`,
    parameters: { at },
  };
}

/** Any account that was registered by the instant, enrolled or not (support looks up whoever asks), by what is or was believed. */
export function accountsSource(at: number, known: Known = null): ListSource {
  return {
    ...source,
    ...(known === null ? {} : { fields: fieldsBy(known) }),
    from: `accounts a
      LEFT JOIN enrolments e ON e.id = (${lastEnrolment(known)})
      LEFT JOIN enrolment_periods p ON p.account_id = a.id AND p.enrolment_id = e.id AND ${believed('p', known)}`,
    where: 'a.registered_at <= :at',
    parameters: { at, ...knownParameter(known) },
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
