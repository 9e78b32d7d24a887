-- What each invitee of each enrolled affiliate of one programme brought in a month's window (TIE-1, TIE-2, TIE-8).
--
-- A row is one binding of an affiliate enrolled at `:at`: volume (whole units and e8 fraction apart: a plain sum would
-- overflow), deposits, whether it registered in the month, and the conditions of a qualified invitee.
-- {{enrolment}} says who is enrolled, and narrows to one affiliate for the dossier; the evaluation takes all. {{counts}} says which of an invitee's
-- trades make qualified volume.
-- The month counts from what was executed in it, less what arrived when it was closed, plus what arrived late for it:
-- `late_month` says for which month a late fact counts (TIE-3). `:last_trade_id` and `:last_transfer_id` end what had arrived
-- when the month was judged: its figures never move again, whatever comes later for an older month that was never evaluated.
WITH enrolled AS (
  SELECT e.enrolment_id, e.account_id AS affiliate_id, CAST(s.value AS INTEGER) AS tier
  FROM enrolment_periods e
  JOIN account_states s ON s.account_id = e.account_id AND s.field = 'tier'
    AND s.from_at <= :at AND :at < s.to_at AND s.known_from <= :known_at AND :known_at < s.known_to
  WHERE {{enrolment}}
),
-- From binding to trades by (account_id, executed_at), grouped as they come: no sort, and nothing read of those who are
-- not enrolled. CROSS JOIN keeps SQLite from beginning with the month's trades; PostgreSQL takes it for any other join.
-- Not by way of "enrolled": PostgreSQL knows of a table how many rows of it there will be, and divides the work among its
-- processes, of a common table expression it does neither.
-- The sums are MATERIALIZED: where it takes them for a few rows, PostgreSQL makes them again for each affiliate (480 times of 6,000 trades: 15 s instead of 0.2).
volumes AS MATERIALIZED (
  SELECT b.id AS binding_id, CAST(sum(t.volume_e8 / 100000000) AS BIGINT) AS units, CAST(sum(t.volume_e8 % 100000000) AS BIGINT) AS fraction
  FROM bindings b
  JOIN enrolment_periods e ON e.account_id = b.inviter_id
  CROSS JOIN trades t
  WHERE {{enrolment}} AND b.known_from <= :known_at AND t.account_id = b.invitee_id AND t.executed_at >= :from_at AND t.executed_at < :until
    AND t.late_month IS NULL AND {{counts}}
  GROUP BY b.id
),
late_volumes AS MATERIALIZED (
  SELECT b.id AS binding_id, CAST(sum(t.volume_e8 / 100000000) AS BIGINT) AS units, CAST(sum(t.volume_e8 % 100000000) AS BIGINT) AS fraction
  FROM trades t
  JOIN bindings b ON b.invitee_id = t.account_id AND b.known_from <= :known_at
  JOIN enrolled e ON e.affiliate_id = b.inviter_id
  WHERE t.late_month IS NOT NULL AND t.late_month >= :first_month AND t.late_month <= :month AND {{counts}}
  GROUP BY b.id
),
newcomers AS (
  SELECT b.id AS binding_id, b.invitee_id
  FROM bindings b JOIN enrolled e ON e.affiliate_id = b.inviter_id
  WHERE b.kind = 'registration' AND b.known_from <= :known_at
    AND ((b.late_month IS NULL AND b.bound_at >= :month_at AND b.bound_at < :until) OR b.late_month = :month)
),
deposits AS MATERIALIZED (
  SELECT n.binding_id,
    CAST(sum(CASE WHEN x.direction = 'in' THEN x.amount_e8 / 100000000 ELSE -(x.amount_e8 / 100000000) END) AS BIGINT) AS units,
    CAST(sum(CASE WHEN x.direction = 'in' THEN x.amount_e8 % 100000000 ELSE -(x.amount_e8 % 100000000) END) AS BIGINT) AS fraction
  FROM newcomers n JOIN transfers x ON x.account_id = n.invitee_id
  WHERE x.id <= :last_transfer_id AND x.source <> 'internal' AND (x.direction = 'in' OR :subtract_withdrawals = 1)
    AND ((x.late_month IS NULL AND x.occurred_at < :until) OR (x.late_month IS NOT NULL AND x.late_month <= :month))
  GROUP BY n.binding_id
),
figures AS (
  SELECT e.affiliate_id, e.enrolment_id, e.tier, b.id AS binding_id, b.invitee_id, b.bound_at, b.kind,
    COALESCE(v.units, 0) + COALESCE(l.units, 0) + (COALESCE(v.fraction, 0) + COALESCE(l.fraction, 0)) / 100000000 AS volume_units,
    (COALESCE(v.fraction, 0) + COALESCE(l.fraction, 0)) % 100000000 AS volume_fraction,
    COALESCE(d.units, 0) AS deposit_units, COALESCE(d.fraction, 0) AS deposit_fraction,
    CASE WHEN n.binding_id IS NULL THEN 0 ELSE 1 END AS newcomer
  FROM enrolled e
  LEFT JOIN bindings b ON b.inviter_id = e.affiliate_id AND b.known_from <= :known_at
  LEFT JOIN volumes v ON v.binding_id = b.id
  LEFT JOIN late_volumes l ON l.binding_id = b.id
  LEFT JOIN deposits d ON d.binding_id = b.id
  LEFT JOIN newcomers n ON n.binding_id = b.id
),
conditions AS (
  SELECT f.*,
    -- Units alone decide where they are far above any threshold: joined they could overflow.
    CASE WHEN deposit_units > 80000000000 OR deposit_units * 100000000 + deposit_fraction >= :deposit_e8 THEN 1 ELSE 0 END AS deposit_met,
    CASE WHEN volume_units > 80000000000 OR volume_units * 100000000 + volume_fraction >= :volume_e8 THEN 1 ELSE 0 END AS volume_met
  FROM figures f
),
invitees AS (
  SELECT c.*, CASE WHEN newcomer = 1 AND deposit_met = 1 AND volume_met = 1 THEN 1 ELSE 0 END AS qualified
  FROM conditions c
)
