-- The nine checks and the amount of REF-1 to REF-6 over a set of trades: the one place where they stand.
--
-- A row is one trade of a bound invitee executed at or after the binding, with the facts it was decided on,
-- the outcomes of the checks (nine characters: 1 passed, 0 failed, - not asked), the reason, the rate and the amount.
-- {{cases}} gives the trades, each with the revision of what is known about it (known_at). The daily run gives those not yet
-- handled with what is known now; explain gives one; verify gives those of the records with what was known when each was made.
-- The version in force at the trade's instant judges (RUL-1).
-- {{fails_3}} to {{fails_9}} are the conditions of the checks, in decide.ts: SQLite computes a named condition as a value, and again
-- wherever it is named. Written out where it is asked it is a jump: 502 steps of its machine a trade instead of 633.
--
-- Why one statement of left joins: each fact is one index probe per trade, and SQLite and PostgreSQL run it alike.
-- A probe that a trade does not need has CASE … END as its key: NULL ends it before the index is touched, while a
-- condition beside the key is asked only after the probe (a tenth of the whole).
-- Why CROSS JOIN: SQLite begins with what stands on the left of one, here the trades, in the order of the index that finds
-- them: nothing is sorted. PostgreSQL takes it for any other join.
-- Why no subquery computes a column: both engines copy an expression to each place that names it, with its subquery;
-- PostgreSQL planned and ran sixteen of them, and a run took more than twice the time.
-- Why no step is MATERIALIZED: SQLite pays for the copies what it saves (measured, also with LIMIT as a fence), and PostgreSQL,
-- which knows nothing of such a step's size, joins it to the records row by row: verify of 3,570 records took 33 s instead of one.
WITH cases AS (
  {{cases}}
),
bound AS (
  SELECT c.id AS trade_ref, c.trade_id, c.account_id AS invitee_id, c.executed_at, c.product, c.volume_e8, c.fee_e8, c.offset_e8,
         c.currency, c.via_api, c.known_at, b.id AS binding_id, b.inviter_id, b.kind AS binding_kind, b.bound_at, b.window_start_at
  FROM cases c
  CROSS JOIN bindings b
  WHERE b.invitee_id = c.account_id AND b.bound_at <= c.executed_at AND b.known_from <= c.known_at
),
facts AS (
  SELECT f.*,
    COALESCE(e.from_at, past.from_at) AS activated_at,
    e.enrolment_id, e.programme,
    r.id AS rulebook_id, r.version AS rulebook_version, r.window_days, r.api_excluded, r.vip_below,
    p.family, p.covered, p.recall_covered,
    CAST(vip.value AS INTEGER) AS vip_level,
    suspension.value AS restriction,
    CASE WHEN p.family = 'futures' THEN inviter_country.value END AS inviter_country,
    CASE WHEN p.family = 'futures' THEN invitee_country.value END AS invitee_country,
    CASE WHEN inviter_region.country IS NULL AND invitee_region.country IS NULL THEN 0 ELSE 1 END AS region_closed,
    CASE WHEN q.rulebook_id IS NULL THEN tier.value END AS tier,
    CAST(ratio.value AS INTEGER) AS ratio_set,
    q.default_bps AS ratio_default, q.ceiling_bps AS ratio_ceiling,
    CASE
      WHEN q.rulebook_id IS NULL THEN tr.rate_bps
      WHEN COALESCE(CAST(ratio.value AS INTEGER), q.default_bps) > q.ceiling_bps THEN q.ceiling_bps
      ELSE COALESCE(CAST(ratio.value AS INTEGER), q.default_bps)
    END AS rate_bps
  FROM bound f
  LEFT JOIN enrolment_periods e ON e.account_id = f.inviter_id
    AND e.from_at <= f.executed_at AND f.executed_at < e.to_at AND e.known_from <= f.known_at AND f.known_at < e.known_to
  -- The first activation of one who is not enrolled any more.
  LEFT JOIN enrolment_periods past ON past.account_id = CASE WHEN e.id IS NULL THEN f.inviter_id END
    AND past.from_at <= f.executed_at AND past.known_from <= f.known_at AND f.known_at < past.known_to
    AND NOT EXISTS (
      SELECT 1 FROM enrolment_periods a
      WHERE a.account_id = past.account_id AND a.from_at <= past.from_at AND (a.from_at < past.from_at OR a.id < past.id)
        AND a.known_from <= f.known_at AND f.known_at < a.known_to)
  LEFT JOIN rulebooks r ON r.programme = e.programme AND r.state = 'approved' AND r.effective_from <= f.executed_at AND f.executed_at < r.effective_to
  -- The family of a trade without an open enrolment, for the books: as `referral` sorts it.
  LEFT JOIN rulebooks g ON g.programme = CASE WHEN r.id IS NULL THEN 'referral' END AND g.state = 'approved'
    AND g.effective_from <= f.executed_at AND f.executed_at < g.effective_to
  LEFT JOIN rulebook_products p ON p.rulebook_id = COALESCE(r.id, g.id) AND p.product = f.product
  LEFT JOIN rulebook_ratios q ON q.rulebook_id = r.id AND q.family = p.family
  LEFT JOIN account_states vip ON vip.account_id = f.invitee_id AND vip.field = 'vip_level'
    AND vip.from_at <= f.executed_at AND f.executed_at < vip.to_at AND vip.known_from <= f.known_at AND f.known_at < vip.known_to
  LEFT JOIN account_states suspension ON suspension.account_id = f.inviter_id AND suspension.field = 'restriction'
    AND suspension.from_at <= f.executed_at AND f.executed_at < suspension.to_at
    AND suspension.known_from <= f.known_at AND f.known_at < suspension.known_to
  LEFT JOIN account_states inviter_country ON inviter_country.account_id = CASE WHEN p.family = 'futures' THEN f.inviter_id END AND inviter_country.field = 'country'
    AND inviter_country.from_at <= f.executed_at AND f.executed_at < inviter_country.to_at
    AND inviter_country.known_from <= f.known_at AND f.known_at < inviter_country.known_to
  LEFT JOIN account_states invitee_country ON invitee_country.account_id = CASE WHEN p.family = 'futures' THEN f.invitee_id END AND invitee_country.field = 'country'
    AND invitee_country.from_at <= f.executed_at AND f.executed_at < invitee_country.to_at
    AND invitee_country.known_from <= f.known_at AND f.known_at < invitee_country.known_to
  -- A list may name a country twice for one instant: its first span stands, for a trade must stay one row.
  LEFT JOIN rulebook_countries inviter_region ON inviter_region.rulebook_id = CASE WHEN p.family = 'futures' THEN r.id END
    AND inviter_region.list = 'futures_restricted' AND inviter_region.country = inviter_country.value
    AND inviter_region.from_at <= f.executed_at AND f.executed_at < inviter_region.to_at
    AND NOT EXISTS (
      SELECT 1 FROM rulebook_countries o WHERE o.rulebook_id = inviter_region.rulebook_id AND o.list = 'futures_restricted'
        AND o.country = inviter_region.country AND o.from_at < inviter_region.from_at AND f.executed_at < o.to_at)
  LEFT JOIN rulebook_countries invitee_region ON invitee_region.rulebook_id = CASE WHEN p.family = 'futures' THEN r.id END
    AND invitee_region.list = 'futures_restricted' AND invitee_region.country = invitee_country.value
    AND invitee_region.from_at <= f.executed_at AND f.executed_at < invitee_region.to_at
    AND NOT EXISTS (
      SELECT 1 FROM rulebook_countries o WHERE o.rulebook_id = invitee_region.rulebook_id AND o.list = 'futures_restricted'
        AND o.country = invitee_region.country AND o.from_at < invitee_region.from_at AND f.executed_at < o.to_at)
  LEFT JOIN account_states tier ON tier.account_id = CASE WHEN q.rulebook_id IS NULL THEN e.account_id END AND tier.field = 'tier'
    AND tier.from_at <= f.executed_at AND f.executed_at < tier.to_at AND tier.known_from <= f.known_at AND f.known_at < tier.known_to
  LEFT JOIN rulebook_tiers tr ON tr.rulebook_id = r.id AND tr.tier = tier.value
  LEFT JOIN account_states ratio ON ratio.account_id = CASE WHEN q.rulebook_id IS NOT NULL THEN f.inviter_id END AND ratio.field = 'ratio:' || p.family
    AND ratio.from_at <= f.executed_at AND f.executed_at < ratio.to_at AND ratio.known_from <= f.known_at AND f.known_at < ratio.known_to
),
decided AS (
  -- The first check that fails, and the outcomes of all.
  SELECT d.*,
    CASE
      WHEN activated_at IS NULL THEN 'not_activated'
      WHEN enrolment_id IS NULL THEN 'enrolment_ended'
      WHEN {{fails_3}} THEN 'suspended'
      WHEN {{fails_4}} THEN 'window_expired'
      WHEN {{fails_5}} THEN 'product_not_covered'
      WHEN {{fails_6}} THEN 'api_trade'
      WHEN {{fails_7}} THEN 'vip_excluded'
      WHEN {{fails_8}} THEN 'region_restricted'
      WHEN {{fails_9}} THEN 'no_net_fee'
      ELSE ''
    END AS reason,
    CASE
      WHEN activated_at IS NULL THEN '0--------'
      WHEN enrolment_id IS NULL THEN '10' || CASE WHEN {{fails_3}} THEN '0-----' ELSE '1-----' END || CASE WHEN {{fails_9}} THEN '0' ELSE '1' END
      ELSE CASE WHEN {{fails_3}} THEN '110' ELSE '111' END || CASE WHEN {{fails_4}} THEN '0' ELSE '1' END
        || CASE WHEN {{fails_5}} THEN '0' ELSE '1' END || CASE WHEN {{fails_6}} THEN '0' ELSE '1' END
        || CASE WHEN {{fails_7}} THEN '0' ELSE '1' END || CASE WHEN {{fails_8}} THEN '0' ELSE '1' END
        || CASE WHEN {{fails_9}} THEN '0' ELSE '1' END
    END AS checks,
    fee_e8 - offset_e8 AS base_e8
  FROM facts d
),
amounts AS (
  SELECT a.*,
    -- base × bps overflows 64 bits for coins with many units; split like this it is exact, and cuts (REF-6).
    CASE WHEN reason = '' THEN (base_e8 / 10000) * rate_bps + (base_e8 % 10000) * rate_bps / 10000 ELSE 0 END AS amount_e8
  FROM decided a
)
