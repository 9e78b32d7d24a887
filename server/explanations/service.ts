import { formatInstant } from '../calendar.ts';
import { row, type Connection } from '../../db/statement.ts';
import { readHead } from '../engine/head.ts';
import { formatAmount } from '../money.ts';
import { Refusal } from '../refusal.ts';
import { decidedTrade, findTrade, type DecidedTrade, type TradeFacts } from './decided.ts';
import type { ZeroReason } from '../commissions/contract.ts';
import type { Decision, ExplainedTrade, Explanation, NoRecordReason } from './contract.ts';
import { explainChecks } from './facts.ts';
import { sentenceOf } from '../sentences/trade.ts';

/**
 * Why a trade earned what it did: the engine's statement over this one trade with what was known when its record was made;
 * of a trade without record, why there is none. Throws `not_found`.
 */
export async function explainTrade(connection: Connection, tradeId: string): Promise<Explanation> {
  const trade = await findTrade(connection, tradeId);
  if (!trade) throw new Refusal('not_found', { trade_id: tradeId });
  const { revision } = await readHead(connection);
  const then = await decidedTrade(connection, tradeId, trade.known_at ?? revision);
  if (trade.record_id === null || !then) return withoutRecord(trade, then);
  const now = await decidedTrade(connection, tradeId, revision);
  const decision = decisionOf(then);
  const today = now ? decisionOf(now) : null;
  const differs = today !== null && (today.reason !== decision.reason || today.amount !== decision.amount || today.rate_bps !== decision.rate_bps);
  return {
    ...decision,
    trade: tradeRow(trade, then.family),
    record_id: String(trade.record_id),
    run_day: trade.run_day,
    status: trade.status,
    sentence: sentenceOf(decision.reason, then),
    as_known_now: differs ? today : null,
  };
}

/** The same by the record's id. */
export async function explainRecord(connection: Connection, recordId: number): Promise<Explanation> {
  const record = await row<{ trade_id: string }>(
    connection,
    'SELECT t.trade_id FROM commission_records c JOIN trades t ON t.id = c.trade_ref WHERE c.id = :recordId',
    { recordId },
  );
  if (!record) throw new Refusal('not_found', { record_id: String(recordId) });
  return explainTrade(connection, record.trade_id);
}

function withoutRecord(trade: TradeFacts, decided: DecidedTrade | null): Explanation {
  const reason = noRecordReason(trade);
  const decision = decided ? decisionOf(decided) : null;
  return {
    inviter_uid: trade.inviter_uid,
    // What the next run will decide can be told already; before a binding there is nothing to ask.
    checks: decision?.checks ?? [],
    base: formatAmount(BigInt(trade.fee_e8) - BigInt(trade.offset_e8)),
    rate_bps: decision?.rate_bps ?? null,
    amount: '0',
    currency: trade.currency,
    tier: decision?.tier ?? null,
    programme: decision?.programme ?? null,
    rulebook_version: decision?.rulebook_version ?? null,
    trade: tradeRow(trade, decided?.family ?? null),
    record_id: null,
    run_day: null,
    status: null,
    reason,
    sentence: sentenceOf(reason, trade),
    as_known_now: null,
  };
}

function noRecordReason(trade: TradeFacts): NoRecordReason {
  if (trade.bound_at === null) return 'no_inviter';
  return trade.executed_at < trade.bound_at ? 'before_binding' : 'not_yet_run';
}

function decisionOf(decided: DecidedTrade): Decision {
  return {
    inviter_uid: decided.inviter_uid,
    checks: explainChecks(decided),
    reason: decided.reason === '' ? null : (decided.reason as ZeroReason),
    base: formatAmount(decided.base_e8),
    rate_bps: decided.rate_bps,
    amount: formatAmount(decided.amount_e8),
    currency: decided.currency,
    tier: decided.tier,
    programme: decided.programme,
    rulebook_version: decided.rulebook_version,
  };
}

function tradeRow(trade: TradeFacts, family: string | null): ExplainedTrade {
  return {
    trade_id: trade.trade_id,
    invitee_uid: trade.invitee_uid,
    executed_at: formatInstant(trade.executed_at),
    product: trade.product,
    family,
    volume_usdt: formatAmount(BigInt(trade.volume_e8)),
    fee: formatAmount(BigInt(trade.fee_e8)),
    fee_offset: formatAmount(BigInt(trade.offset_e8)),
    fee_currency: trade.currency,
    via_api: trade.via_api === 1,
  };
}
