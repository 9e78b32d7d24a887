import { FOREVER, formatInstantOrNull } from '../../calendar.ts';
import type { TimelineCode, TimelineKind } from '../contract.ts';
import { entrySource, importInstant, revisionInstant } from './source.ts';

/** The request that a span or period names as its cause (`status_change:7`, `status_change:7:lapse`). */
const requestBehind = (cause: string, account: string): string => `LEFT JOIN status_changes c ON c.affiliate_id = ${account}
  AND substr(${cause} || ':', 1, length('status_change:' || c.id || ':')) = 'status_change:' || c.id || ':'`;

const registered = entrySource<{ account_type: string; country: string; inviter_uid: string | null }>({
  name: 'registered',
  resource: 'affiliates',
  sql: `SELECT a.id AS n, a.registered_at AS at, ${importInstant('a.import_id')} AS known_at, a.account_type, a.country,
      (SELECT i.uid FROM bindings b JOIN accounts i ON i.id = b.inviter_id WHERE b.invitee_id = a.id AND b.kind = 'registration') AS inviter_uid
    FROM accounts a WHERE a.id = :account`,
  entry: ({ account_type, country, inviter_uid }, uid) => ({
    kind: 'account',
    title: { code: 'registered', parameters: { account_type, country } },
    subject: { type: 'affiliates', id: uid },
    actor: null,
    details: { inviter_uid },
  }),
});

/** As the exchange told it; `from_value`: what held just before, as believed now (nothing, of an `activity`). */
const accountEvents = entrySource<{ event_id: string; field: string; value: string; from_value: string | null }>({
  name: 'account_event',
  resource: 'affiliates',
  sql: `SELECT e.id AS n, e.occurred_at AS at, e.event_id, e.field, e.value,
      COALESCE(${revisionInstant(`(SELECT min(k.known_from) FROM account_states k WHERE k.account_id = e.account_id AND k.field = e.field
        AND k.from_at = e.occurred_at AND k.cause = 'event:' || e.event_id)`)}, ${importInstant('e.import_id')}) AS known_at,
      (SELECT s.value FROM account_states s WHERE s.account_id = e.account_id AND s.field = e.field AND s.known_to = ${FOREVER}
        AND s.from_at < e.occurred_at AND e.occurred_at <= s.to_at) AS from_value
    FROM account_events e WHERE e.account_id = :account`,
  entry: ({ event_id, field, value, from_value }, uid) => ({
    kind: 'account',
    title: { code: (field === 'activity' ? field : `${field}_changed`) as TimelineCode, parameters: { from: from_value, to: value } },
    subject: { type: 'affiliates', id: uid },
    actor: null,
    details: { event_id },
  }),
});

interface Move {
  field: string;
  value: string;
  before: string | null;
  until: number;
  cause: string;
  change_id: number | null;
  change_state: string | null;
  review_id: number | null;
  by: string | null;
}

/**
 * Where a state turned to another value: tiers, restrictions (those of a freeze that nobody has approved too), ratios, and account
 * types that staff changed. Not the tier that an affiliate's first enrolment begins with. A span that was cut later keeps the
 * revision in which its beginning was first believed.
 */
const moves = entrySource<Move>({
  name: 'state',
  resource: 'affiliates',
  sql: `SELECT s.id AS n, s.from_at AS at, s.field, s.value, s.before, s.to_at AS until, s.cause, c.id AS change_id, c.state AS change_state,
      r.id AS review_id, COALESCE(c.decided_by, c.requested_by, r.decided_by) AS by,
      ${revisionInstant(`(SELECT min(k.known_from) FROM account_states k WHERE k.account_id = s.account_id AND k.field = s.field
        AND k.from_at = s.from_at AND k.value = s.value AND k.cause = s.cause)`)} AS known_at
    FROM (
      SELECT b.id, b.account_id, b.field, b.value, b.from_at, b.to_at, b.cause,
        COALESCE(lag(b.value) OVER (PARTITION BY b.field ORDER BY b.from_at), CASE WHEN b.field = 'restriction' THEN 'none' END) AS before
      FROM account_states b WHERE b.account_id = :account AND b.known_to = ${FOREVER}
    ) AS s
    ${requestBehind('s.cause', 's.account_id')}
    LEFT JOIN tier_reviews r ON r.affiliate_id = s.account_id AND s.cause = 'tier_review:' || r.id
    WHERE s.value IS DISTINCT FROM s.before AND (
      s.field = 'restriction' OR s.field = 'tier' AND s.before IS NOT NULL OR s.field IN ('ratio:spot_margin', 'ratio:futures', 'ratio:mining')
      OR s.field = 'account_type' AND c.id IS NOT NULL)`,
  entry: (move, uid) => ({
    ...titleOf(move),
    subject: move.change_id !== null
      ? { type: 'status-changes', id: String(move.change_id) }
      : move.review_id !== null ? { type: 'tier-reviews', id: String(move.review_id) } : { type: 'affiliates', id: uid },
    actor: move.by ?? (move.cause.startsWith('evaluation:') ? 'system' : null),
    details: {
      cause: move.cause,
      until: formatInstantOrNull(move.until),
      // A freeze holds from filing, approved or not (STA-8).
      provisional: move.change_state !== null && !['approved', 'applied'].includes(move.change_state),
    },
  }),
});

function titleOf({ field, value, before }: Move): { kind: TimelineKind; title: { code: TimelineCode; parameters: Record<string, string | number | null> } } {
  const [name = '', family] = field.split(':');
  const number = (text: string | null): number | null => (text === null ? null : Number(text));
  switch (name) {
    case 'tier':
      return { kind: 'tier', title: { code: 'tier_changed', parameters: { from: number(before), to: number(value) } } };
    case 'ratio':
      return { kind: 'ratio', title: { code: 'ratio_set', parameters: { family: family ?? null, from: number(before), to: number(value) } } };
    case 'restriction':
      return { kind: 'restriction', title: { code: 'restriction_changed', parameters: { from: before, to: value } } };
    default:
      return { kind: 'account', title: { code: 'account_type_changed', parameters: { from: before, to: value } } };
  }
}

const heardOfPeriod = (same: string): string => revisionInstant(
  `(SELECT min(k.known_from) FROM enrolment_periods k WHERE k.account_id = p.account_id AND k.enrolment_id = p.enrolment_id${same})`,
);

const begun = entrySource<{ programme: string; activation_id: string }>({
  name: 'enrolment_begun',
  resource: 'affiliates',
  sql: `SELECT e.id AS n, p.from_at AS at, ${heardOfPeriod('')} AS known_at, p.programme, e.activation_id
    FROM enrolments e JOIN enrolment_periods p ON p.account_id = e.account_id AND p.enrolment_id = e.id AND p.known_to = ${FOREVER}
    WHERE e.account_id = :account`,
  entry: ({ programme, activation_id }, uid) => ({
    kind: 'enrolment',
    title: { code: 'enrolment_begun', parameters: { programme } },
    subject: { type: 'affiliates', id: uid },
    actor: null,
    details: { activation_id },
  }),
});

const ended = entrySource<{ programme: string; end_reason: string; cause: string; change_id: number | null; by: string | null }>({
  name: 'enrolment_ended',
  resource: 'affiliates',
  sql: `SELECT p.enrolment_id AS n, p.to_at AS at, ${heardOfPeriod(' AND k.to_at = p.to_at')} AS known_at, p.programme, p.end_reason, p.cause,
      c.id AS change_id, COALESCE(c.decided_by, c.requested_by) AS by
    FROM enrolment_periods p ${requestBehind('p.cause', 'p.account_id')}
    WHERE p.account_id = :account AND p.known_to = ${FOREVER} AND p.to_at < ${FOREVER}`,
  entry: ({ programme, end_reason, cause, change_id, by }, uid) => ({
    kind: 'enrolment',
    title: { code: 'enrolment_ended', parameters: { programme, end_reason } },
    subject: change_id === null ? { type: 'affiliates', id: uid } : { type: 'status-changes', id: String(change_id) },
    actor: by,
    details: { cause },
  }),
});

/** What an account was and became; of one instant, what followed before what it followed from. */
export const factSources = [ended, begun, moves, accountEvents, registered];
