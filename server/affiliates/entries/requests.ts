import { FOREVER, formatInstant, formatInstantOrNull } from '../../calendar.ts';
import { formatAmount, joinSum } from '../../money.ts';
import type { TimelineCode } from '../contract.ts';
import { entrySource, type EntryParts } from './source.ts';

interface Step {
  n: number;
  kind: string;
  from_value: string;
  to_value: string;
  actor: string;
  code: TimelineCode;
  comment: string | null;
}

const stepColumns = `c.id AS n, c.kind, c.from_value, c.to_value`;

function stepOf({ n, kind, from_value, to_value, actor, code }: Step, details: EntryParts['details']): EntryParts {
  return {
    kind: 'status_change',
    title: { code, parameters: { kind, from: from_value, to: to_value } },
    subject: { type: 'status-changes', id: String(n) },
    actor,
    details,
  };
}

const changeRequested = entrySource<Step & {
  reason_code: string; text: string; evidence: string; effective_at: number; holds_until: number | null; state: string;
}>({
  name: 'status_change_requested',
  resource: 'status-changes',
  sql: `SELECT ${stepColumns}, c.requested_at AS at, NULL AS known_at, 'status_change_requested' AS code, c.requested_by AS actor, c.reason_code,
      f.text, c.evidence, c.effective_at, c.holds_until, c.state
    FROM status_changes c JOIN free_texts f ON f.id = c.text_id WHERE c.affiliate_id = :account AND c.source = 'staff'`,
  entry: (row) => stepOf(row, {
    reason_code: row.reason_code,
    text: row.text,
    evidence: JSON.parse(row.evidence) as string[],
    effective_at: formatInstant(row.effective_at),
    holds_until: formatInstantOrNull(row.holds_until),
    state: row.state,
  }),
});

/** Approved, but over before its instant came (STA-8): the row tells only its end, the audit who had approved it. */
const changeOnceApproved = entrySource<Step>({
  name: 'status_change_once_approved',
  resource: 'status-changes',
  sql: `SELECT ${stepColumns}, e.at, NULL AS known_at, 'status_change_approved' AS code, e.actor, e.reason AS comment
    FROM status_changes c JOIN audit_events e ON e.subject_type = 'status-changes' AND e.subject_id = CAST(c.id AS TEXT)
      AND e.action = 'status_change.approved'
    WHERE c.affiliate_id = :account AND c.state = 'cancelled'`,
  entry: (row) => stepOf(row, { comment: row.comment }),
});

const changeDecided = entrySource<Step>({
  name: 'status_change_decided',
  resource: 'status-changes',
  sql: `SELECT ${stepColumns}, c.decided_at AS at, NULL AS known_at,
      'status_change_' || CASE WHEN c.state = 'applied' THEN 'approved' ELSE c.state END AS code, COALESCE(c.decided_by, 'system') AS actor, c.comment
    FROM status_changes c WHERE c.affiliate_id = :account AND c.decided_at IS NOT NULL`,
  entry: (row) => stepOf(row, { comment: row.comment }),
});

/** Nobody knew before it was asked for and approved. What came by feed was applied at once, without a request (STA-8). */
const changeApplied = entrySource<Step & { source: string; reason_code: string; effective_at: number }>({
  name: 'status_change_applied',
  resource: 'status-changes',
  sql: `SELECT ${stepColumns}, c.applied_at AS at, COALESCE(c.decided_at, c.requested_at) AS known_at, 'status_change_applied' AS code,
      COALESCE(c.decided_by, c.requested_by) AS actor, c.source, c.reason_code, c.effective_at
    FROM status_changes c WHERE c.affiliate_id = :account AND c.applied_at IS NOT NULL`,
  entry: (row) => stepOf(row, { source: row.source, reason_code: row.reason_code, effective_at: formatInstant(row.effective_at) }),
});

interface Review {
  n: number;
  month: string;
  tier_from: number;
  tier_to: number;
  code: TimelineCode;
  actor: string;
  comment: string | null;
}

const reviewColumns = 'r.id AS n, r.month, r.tier_from, r.tier_to';

function reviewEntry({ n, month, tier_from, tier_to, code, actor }: Review, details: EntryParts['details']): EntryParts {
  return {
    kind: 'tier_review',
    title: { code, parameters: { month, from: tier_from, to: tier_to } },
    subject: { type: 'tier-reviews', id: String(n) },
    actor,
    details,
  };
}

const reviewCreated = entrySource<Review & { state: string; qualified_invitees: number | null; units: string; fraction: string }>({
  name: 'tier_review_created',
  resource: 'tier-reviews',
  sql: `SELECT ${reviewColumns}, r.created_at AS at, NULL AS known_at, 'tier_review_created' AS code, 'system' AS actor, r.state, r.qualified_invitees,
      CAST(r.volume_units AS TEXT) AS units, CAST(r.volume_fraction_e8 AS TEXT) AS fraction
    FROM tier_reviews r WHERE r.affiliate_id = :account`,
  entry: (row) => reviewEntry(row, {
    state: row.state,
    qualified_invitees: row.qualified_invitees,
    qualified_volume_usdt: formatAmount(joinSum(row.units, row.fraction)),
  }),
});

const reviewDecided = entrySource<Review>({
  name: 'tier_review_decided',
  resource: 'tier-reviews',
  sql: `SELECT ${reviewColumns}, r.decided_at AS at, NULL AS known_at, 'tier_review_' || r.state AS code, r.decided_by AS actor, r.comment
    FROM tier_reviews r WHERE r.affiliate_id = :account AND r.decided_at IS NOT NULL`,
  entry: (row) => reviewEntry(row, { comment: row.comment }),
});

/** Overtaken or withdrawn (TIE-6): no decision of the review's own, the audit tells when. */
const reviewClosed = entrySource<Review>({
  name: 'tier_review_closed',
  resource: 'tier-reviews',
  sql: `SELECT ${reviewColumns}, e.at, NULL AS known_at, 'tier_review_' || r.state AS code, e.actor, e.reason AS comment
    FROM tier_reviews r JOIN audit_events e ON e.subject_type = 'tier-reviews' AND e.subject_id = CAST(r.id AS TEXT)
      AND e.action IN ('tier_review.superseded', 'tier_review.withdrawn')
    WHERE r.affiliate_id = :account AND r.state IN ('superseded', 'withdrawn')`,
  entry: (row) => reviewEntry(row, { reason: row.comment }),
});

interface Boost {
  n: number;
  programme: string;
  from_at: number;
  to_at: number;
  whole_programme: number;
  code: TimelineCode;
  actor: string;
}

/** Those of the affiliate, and those of the whole programme while it took part (TIE-9). */
const boostsOfAccount = `(b.affiliate_id = :account OR b.affiliate_id IS NULL AND EXISTS (SELECT 1 FROM enrolment_periods p
  WHERE p.account_id = :account AND p.programme = b.programme AND p.known_to = ${FOREVER} AND p.from_at < b.to_at AND b.from_at < p.to_at))`;
const boostColumns = `b.id AS n, b.programme, b.from_at, b.to_at, CASE WHEN b.affiliate_id IS NULL THEN 1 ELSE 0 END AS whole_programme`;

function boostEntry({ n, programme, from_at, to_at, whole_programme, code, actor }: Boost, details: EntryParts['details']): EntryParts {
  return {
    kind: 'boost',
    title: {
      code,
      parameters: { programme, from: formatInstant(from_at), to: formatInstant(to_at), whole_programme: whole_programme === 1 },
    },
    subject: { type: 'boosts', id: String(n) },
    actor,
    details,
  };
}

const boostRequested = entrySource<Boost & { text: string; state: string }>({
  name: 'boost_requested',
  resource: 'boosts',
  sql: `SELECT ${boostColumns}, b.requested_at AS at, NULL AS known_at, 'boost_requested' AS code, b.requested_by AS actor, f.text, b.state
    FROM boosts b JOIN free_texts f ON f.id = b.text_id WHERE ${boostsOfAccount}`,
  entry: (row) => boostEntry(row, { text: row.text, state: row.state }),
});

const boostDecided = entrySource<Boost & { comment: string | null }>({
  name: 'boost_decided',
  resource: 'boosts',
  sql: `SELECT ${boostColumns}, b.decided_at AS at, NULL AS known_at, 'boost_' || b.state AS code, b.decided_by AS actor, b.comment
    FROM boosts b WHERE b.decided_at IS NOT NULL AND ${boostsOfAccount}`,
  entry: (row) => boostEntry(row, { comment: row.comment }),
});

const notes = entrySource<{ n: number; subject_type: string; subject_id: string; kind: string; author: string; text: string }>({
  name: 'note',
  resource: 'notes',
  sql: `SELECT o.id AS n, o.at, NULL AS known_at, o.subject_type, o.subject_id, o.kind, o.author, f.text
    FROM notes o JOIN free_texts f ON f.id = o.text_id WHERE o.affiliate_id = :account`,
  entry: ({ n, subject_type, subject_id, kind, author, text }) => ({
    kind: 'note',
    title: { code: kind === 'feedback' ? 'feedback_written' : 'note_written', parameters: { about: subject_type } },
    subject: { type: subject_type, id: subject_id },
    actor: author,
    details: { note_id: String(n), text },
  }),
});

/** What staff asked, decided and wrote; of one instant, the decision before the request. */
export const requestSources = [
  notes, changeApplied, changeDecided, changeOnceApproved, changeRequested, reviewClosed, reviewDecided, reviewCreated, boostDecided, boostRequested,
];
