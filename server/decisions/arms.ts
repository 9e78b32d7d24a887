import { tableOf } from '../transitions/table.ts';
import { decisionKinds, type DecisionKind } from './contract.ts';

/** What one kind of decision says, as expressions over its own table. */
interface Arm {
  from: string;
  where: string;
  id: string;
  subject_type: string;
  subject_id?: string;
  /** The affiliate's account, as a column of its own: a filter by it goes down into every arm, and to its index. */
  affiliate_id?: string;
  about?: string;
  from_value?: string;
  to_value?: string;
  reason_code?: string;
  requested_by?: string;
  requested_at?: string;
  outcome?: string;
  decided_by?: string;
  decided_at?: string;
  comment?: string;
  evidence?: string;
  /** When the same person asked and decided, also one of the two roles that a table keeps by name alone. */
  own: string;
}

const noText = 'CAST(NULL AS TEXT)';
const noNumber = 'CAST(NULL AS BIGINT)';

/** By name and by number: a member of staff is both, and neither alone may be trusted to tell two people apart. `system` is nobody. */
const ownOf = (a: string): string =>
  `${a}.decided_by <> 'system' AND (${a}.requested_by = ${a}.decided_by OR ${a}.requested_by_id = ${a}.decided_by_id)`;

/** No index of states may offer itself for this: the one by instant gives the latest without reading all that were decided. */
const stateIn = (...states: string[]): string => `COALESCE(v.state, '') IN (${states.map((state) => `'${state}'`).join(', ')})`;

/** The shape that most tables of requests share. */
function request(resource: string, more: Partial<Arm> = {}): Arm {
  return {
    from: `${tableOf(resource)} v`,
    where: `v.decided_by IS NOT NULL AND ${stateIn('approved', 'rejected')}`,
    id: 'v.id',
    subject_type: resource,
    requested_by: 'v.requested_by',
    requested_at: 'v.requested_at',
    outcome: 'v.state',
    own: ownOf('v'),
    ...more,
  };
}

const statusChange = {
  affiliate_id: 'v.affiliate_id', about: 'v.kind', from_value: 'v.from_value', to_value: 'v.to_value', reason_code: 'v.reason_code', evidence: 'v.evidence',
};
const recordRequest = { affiliate_id: 'v.affiliate_id', about: 'CAST(v.record_id AS TEXT)', reason_code: 'v.reason_code' };

const arms: Record<DecisionKind, Arm | readonly Arm[]> = {
  // What staff decided, and what the feed brought and nobody decided: two arms, as each is found and ordered by an instant of its own.
  'status-changes': [
    request('status-changes', {
      ...statusChange,
      where: `v.decided_by IS NOT NULL AND ${stateIn('approved', 'applied', 'rejected')}`,
      outcome: `CASE WHEN v.state = 'rejected' THEN 'rejected' ELSE 'approved' END`,
    }),
    request('status-changes', {
      ...statusChange,
      where: `v.decided_by IS NULL AND v.source = 'feed' AND ${stateIn('applied')}`,
      outcome: `'feed'`, decided_at: 'v.applied_at', own: '1 = 0',
    }),
  ],
  // The evaluation asks, and it is nobody.
  'tier-reviews': request('tier-reviews', {
    affiliate_id: 'v.affiliate_id', about: 'v.month', from_value: 'CAST(v.tier_from AS TEXT)', to_value: 'CAST(v.tier_to AS TEXT)',
    requested_by: `'system'`, requested_at: 'v.created_at', own: '1 = 0',
  }),
  boosts: request('boosts', { affiliate_id: 'v.affiliate_id', about: 'v.programme' }),
  reversals: request('reversals', recordRequest),
  corrections: request('corrections', recordRequest),
  applications: request('applications', { affiliate_id: 'v.account_id', about: 'v.application_id' }),
  'content-reviews': request('content-reviews', { affiliate_id: 'v.affiliate_id', about: 'v.url', reason_code: 'v.reason_code' }),
  // What who asked took back is no decision.
  'campaign-versions': request('campaign-versions', {
    where: `v.decided_by IS NOT NULL AND v.taken_back = 0 AND v.state IN ('approved', 'rejected')`,
    from: 'campaign_versions v JOIN campaigns c ON c.id = v.campaign_id', about: 'c.code', to_value: 'CAST(v.version AS TEXT)',
  }),
  // Nor may whom it is about decide it (DESIGN 6).
  'staff-changes': request('staff-changes', {
    about: 'v.email', from_value: 'v.role_from', to_value: 'v.role_to', own: `(${ownOf('v')}) OR v.email = v.decided_by`,
  }),
  'payout-releases': {
    from: 'payout_batches v', where: 'v.released_at IS NOT NULL', id: 'v.id', subject_type: 'payouts', about: 'v.day', requested_by: 'v.created_by',
    requested_at: 'v.created_at', decided_by: 'v.released_by', decided_at: 'v.released_at',
    own: `v.released_by <> 'system' AND v.created_by = v.released_by`,
  },
  'payout-stops': {
    from: 'payout_stops v', where: '1 = 1', id: 'v.id', subject_type: 'payout-stops', outcome: `'stopped'`, decided_by: 'v.stopped_by',
    decided_at: 'v.stopped_at', comment: 'v.reason', own: '1 = 0',
  },
  // A refused resumption leaves the stop as it was before; only the audit still knows of it, and of the agreed ones as well.
  'payout-resumptions': {
    from: `(SELECT e.seq, e.subject_id, e.action, e.actor AS decided_by, e.at AS decided_at, e.reason AS comment, (
        SELECT max(r.seq) FROM audit_events r
        WHERE r.subject_type = 'payout-stops' AND r.subject_id = e.subject_id AND r.action = 'payouts.resume_requested' AND r.seq < e.seq) AS asked_seq
      FROM audit_events e WHERE e.subject_type = 'payout-stops' AND e.action IN ('payouts.resumed', 'payouts.resume_rejected')) w
      JOIN audit_events v ON v.seq = w.asked_seq`,
    where: '1 = 1', id: 'w.seq', subject_type: 'payout-stops', subject_id: 'w.subject_id', requested_by: 'v.actor', requested_at: 'v.at',
    outcome: `CASE WHEN w.action = 'payouts.resumed' THEN 'approved' ELSE 'rejected' END`, decided_by: 'w.decided_by', decided_at: 'w.decided_at',
    comment: 'w.comment', own: 'v.actor = w.decided_by',
  },
  // PAY-3: what a confirmation means that contradicts an earlier one, said by one person alone.
  'payout-conflicts': {
    from: 'payout_conflicts v JOIN payout_lines l ON l.id = v.line_id JOIN payout_batches b ON b.id = l.batch_id', where: `v.state = 'settled'`, id: 'v.id',
    subject_type: 'payout-lines', subject_id: 'CAST(v.line_id AS TEXT)', affiliate_id: 'l.affiliate_id', about: 'b.day', from_value: 'l.state',
    to_value: 'v.status', outcome: `'settled'`, decided_by: 'v.settled_by', decided_at: 'v.settled_at', own: '1 = 0',
  },
  'manifest-overrides': request('manifest-overrides', {
    from: 'manifest_overrides v JOIN manifests m ON m.id = v.manifest_id', subject_type: 'manifests', subject_id: 'CAST(v.manifest_id AS TEXT)',
    about: `m.feed || ' ' || m.day`,
  }),
  rulebooks: request('rulebooks', {
    about: 'v.programme', to_value: 'CAST(v.version AS TEXT)', requested_by: 'v.proposed_by', requested_at: 'v.proposed_at', comment: noText,
    own: `v.decided_by <> 'system' AND v.proposed_by = v.decided_by`,
  }),
};

/** Numbers of one kind do not meet those of another. */
const NUMBERS_OF_A_KIND = 1_000_000_000_000;

/**
 * What is no plain column is given the type of its column: only arms of equal types does SQLite take apart, so that a filter and the order by
 * `decided_at` reach the index of each.
 */
function typed(sql: string, type: 'TEXT' | 'BIGINT' = 'TEXT'): string {
  return /^\w+\.\w+$|^CAST\(/.test(sql) ? sql : `CAST(${sql} AS ${type})`;
}

function armSql(kind: DecisionKind, arm: Arm): string {
  const columns: Record<string, string> = {
    id: `${(decisionKinds.indexOf(kind) + 1) * NUMBERS_OF_A_KIND} + ${arm.id}`,
    kind: `'${kind}'`,
    subject_type: `'${arm.subject_type}'`,
    subject_id: arm.subject_id ?? `CAST(${arm.id} AS TEXT)`,
    affiliate_id: arm.affiliate_id ?? noNumber,
    about: typed(arm.about ?? noText),
    from_value: typed(arm.from_value ?? noText),
    to_value: typed(arm.to_value ?? noText),
    reason_code: typed(arm.reason_code ?? noText),
    requested_by: typed(arm.requested_by ?? noText),
    requested_at: typed(arm.requested_at ?? noNumber, 'BIGINT'),
    outcome: typed(arm.outcome ?? `'approved'`),
    decided_by: arm.decided_by ?? 'v.decided_by',
    decided_at: typed(arm.decided_at ?? 'v.decided_at', 'BIGINT'),
    comment: arm.comment ?? 'v.comment',
    evidence: typed(arm.evidence ?? `'[]'`),
    own: `CASE WHEN ${arm.own} THEN 1 ELSE 0 END`,
  };
  return `SELECT ${Object.entries(columns).map(([name, sql]) => `${sql} AS ${name}`).join(', ')} FROM ${arm.from} WHERE ${arm.where}`;
}

/**
 * Every decision as one FROM item. From the requests' own tables, not from the audit: there both people, both instants, comment and evidence
 * stand in one row that compare-and-set and append-only triggers keep, while the audit tells of the asking and the deciding in two events.
 * Taken back by who asked, lapsed or superseded is not decided: nobody else has looked at it.
 */
export const decisionsSql = `(${decisionKinds.flatMap((kind) => [arms[kind]].flat().map((arm) => armSql(kind, arm))).join('\nUNION ALL ')})`;
