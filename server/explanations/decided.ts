import { preparedRow, preparedRows, type Connection, type Parameters } from '../../db/statement.ts';
import { decideOver, type Cases } from '../engine/decide.ts';
import type { Programme } from '../rulebooks/contract.ts';

/** One row of the engine's statement with everything it was decided on; amounts in e8, instants in ms, check outcomes as nine characters 1, 0 or -. */
export interface DecidedTrade {
  trade_ref: number;
  trade_id: string;
  executed_at: number;
  product: string;
  volume_e8: bigint;
  fee_e8: bigint;
  offset_e8: bigint;
  currency: string;
  via_api: number;
  inviter_uid: string;
  binding_kind: string;
  window_start_at: number;
  activated_at: number | null;
  enrolment_id: number | null;
  programme: Programme | null;
  rulebook_id: number | null;
  rulebook_version: number | null;
  window_days: number | null;
  api_excluded: number | null;
  vip_below: number | null;
  family: string | null;
  covered: number | null;
  recall_covered: number | null;
  vip_level: number | null;
  restriction: string | null;
  inviter_country: string | null;
  invitee_country: string | null;
  region_closed: number;
  tier: number | null;
  rate_bps: number | null;
  base_e8: bigint;
  amount_e8: bigint;
  checks: string;
  reason: string;
}

const columns = `a.trade_ref, a.trade_id, a.executed_at, a.product, CAST(a.volume_e8 AS TEXT) AS volume_e8, CAST(a.fee_e8 AS TEXT) AS fee_e8,
  CAST(a.offset_e8 AS TEXT) AS offset_e8, a.currency, a.via_api, i.uid AS inviter_uid, a.binding_kind, a.window_start_at, a.activated_at,
  a.enrolment_id, a.programme, a.rulebook_id, a.rulebook_version, a.window_days, a.api_excluded, a.vip_below, a.family, a.covered, a.recall_covered,
  a.vip_level, a.restriction, a.inviter_country, a.invitee_country, a.region_closed, CAST(a.tier AS INTEGER) AS tier, a.rate_bps,
  CAST(a.base_e8 AS TEXT) AS base_e8, CAST(a.amount_e8 AS TEXT) AS amount_e8, a.checks, a.reason`;

type Raw = Omit<DecidedTrade, 'volume_e8' | 'fee_e8' | 'offset_e8' | 'base_e8' | 'amount_e8'> &
  Record<'volume_e8' | 'fee_e8' | 'offset_e8' | 'base_e8' | 'amount_e8', string>;

/** The engine's statement over a set of trades, row by row, with its facts. */
async function decidedTrades(connection: Connection, cases: Cases, parameters: Parameters): Promise<DecidedTrade[]> {
  const list = await preparedRows<Raw>(
    connection,
    `${decideOver(cases)} SELECT ${columns} FROM amounts a JOIN accounts i ON i.id = a.inviter_id ORDER BY a.trade_ref`,
    parameters,
  );
  return list.map((item) => ({
    ...item,
    volume_e8: BigInt(item.volume_e8),
    fee_e8: BigInt(item.fee_e8),
    offset_e8: BigInt(item.offset_e8),
    base_e8: BigInt(item.base_e8),
    amount_e8: BigInt(item.amount_e8),
  }));
}

/** One trade as it is decided with what was known at a revision; null where it is no trade of a bound invitee. */
export async function decidedTrade(connection: Connection, tradeId: string, knownAt: number): Promise<DecidedTrade | null> {
  const [one] = await decidedTrades(connection, 'trade', { trade_id: tradeId, known_at: knownAt });
  return one ?? null;
}

export interface TradeFacts {
  id: number;
  trade_id: string;
  invitee_uid: string;
  executed_at: number;
  product: string;
  volume_e8: string;
  fee_e8: string;
  offset_e8: string;
  currency: string;
  via_api: number;
  inviter_uid: string | null;
  bound_at: number | null;
  record_id: number | null;
  known_at: number | null;
  run_day: string | null;
  status: string | null;
}

/** The trade itself, its invitee's binding, and its record, as far as there are such. */
export function findTrade(connection: Connection, tradeId: string): Promise<TradeFacts | undefined> {
  return preparedRow<TradeFacts>(
    connection,
    `SELECT t.id, t.trade_id, a.uid AS invitee_uid, t.executed_at, t.product, CAST(t.volume_e8 AS TEXT) AS volume_e8,
       CAST(t.fee_e8 AS TEXT) AS fee_e8, CAST(t.offset_e8 AS TEXT) AS offset_e8, t.currency, t.via_api, i.uid AS inviter_uid, b.bound_at,
       c.id AS record_id, c.known_at, c.run_day, c.status
     FROM trades t JOIN accounts a ON a.id = t.account_id
     LEFT JOIN bindings b ON b.invitee_id = t.account_id
     LEFT JOIN accounts i ON i.id = b.inviter_id
     LEFT JOIN commission_records c ON c.trade_ref = t.id AND c.kind = 'commission'
     WHERE t.trade_id = :tradeId`,
    { tradeId },
  );
}
