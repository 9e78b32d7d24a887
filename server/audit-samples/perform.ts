import { dialectOf } from '../../db/connection.ts';
import { rows, type Connection } from '../../db/statement.ts';
import { formatInstant } from '../calendar.ts';
import { decideOver } from '../engine/decide.ts';
import { formatAmount } from '../money.ts';
import { storedDiffers } from '../verify/records.ts';
import type { Performed } from './contract.ts';

/** A record and what came of performing it again. Amounts in e8 units. */
export interface PerformedRecord {
  record_id: number;
  stored: Performed;
  /** Null where its trade, or the trade's binding, is not found any more. */
  derived: Performed | null;
  stored_e8: bigint;
  /** Null also where no rate is found for it. */
  derived_e8: bigint | null;
  agrees: boolean;
}

type Side = 'stored' | 'derived';

interface Raw {
  record_id: number;
  agrees: number;
  derived_trade: number | null;
}
type RawSide = Record<`${Side}_${string}`, string | number | null>;

const same = ['binding_id', 'enrolment_id', 'rulebook_id', 'executed_at', 'product', 'family', 'rate_bps', 'currency', 'reason', 'checks'];

function columnsOf(side: Side, table: string, uid: (id: string) => string): string {
  return [
    ...same.map((name) => `${table}.${name} AS ${side}_${name}`),
    `COALESCE(${table}.programme, '') AS ${side}_programme`,
    `CAST(${table}.tier AS INTEGER) AS ${side}_tier`,
    `CAST(${table}.base_e8 AS TEXT) AS ${side}_base`,
    `CAST(${table}.amount_e8 AS TEXT) AS ${side}_amount`,
    `${uid(`${table}.inviter_id`)} AS ${side}_inviter`,
    `${uid(`${table}.invitee_id`)} AS ${side}_invitee`,
  ].join(', ');
}

const uidOf = (id: string): string => `(SELECT u.uid FROM accounts u WHERE u.id = ${id})`;

/**
 * Performs records again by the engine's own statement, each with what was known when it was made, and compares as `verify` does (REF-8). In the
 * order of their ids.
 */
export async function performRecords(connection: Connection, recordIds: number[]): Promise<PerformedRecord[]> {
  const list = await rows<Raw & RawSide>(
    connection,
    `${decideOver('chosen')}
     SELECT c.id AS record_id, a.trade_ref AS derived_trade, CASE WHEN ${storedDiffers} THEN 0 ELSE 1 END AS agrees,
       CASE WHEN c.status = 'zero' THEN 1 ELSE 0 END AS stored_zero, ${columnsOf('stored', 'c', uidOf)}, ${columnsOf('derived', 'a', uidOf)}
     FROM commission_records c LEFT JOIN amounts a ON a.trade_ref = c.trade_ref
     WHERE c.kind = 'commission' AND c.id IN (SELECT k.record_id FROM {{chosen}} k) ORDER BY c.id`,
    { chosen: JSON.stringify(recordIds.map((record_id) => ({ record_id }))) },
    { chosen: dialectOf(connection).rowset('chosen', { record_id: 'integer' }) },
  );
  return list.map((one) => ({
    record_id: one.record_id,
    stored: sideOf(one, 'stored', one['stored_zero'] === 1),
    derived: one.derived_trade === null ? null : sideOf(one, 'derived', one['derived_amount'] === '0'),
    stored_e8: BigInt(one['stored_amount'] as string),
    derived_e8: one['derived_amount'] === null ? null : BigInt(one['derived_amount'] as string),
    agrees: one.agrees === 1,
  }));
}

function sideOf(raw: RawSide, side: Side, zero: boolean): Performed {
  const text = (name: string): string => String(raw[`${side}_${name}`] ?? '');
  const number = (name: string): number | null => raw[`${side}_${name}`] as number | null;
  const amount = (name: string): string | null => (raw[`${side}_${name}`] === null ? null : formatAmount(BigInt(text(name))));
  const key = (name: string): string | null => (raw[`${side}_${name}`] === null ? null : text(name));
  return {
    inviter_uid: text('inviter'), invitee_uid: key('invitee'), binding_id: key('binding_id'), enrolment_id: key('enrolment_id'),
    rulebook_id: key('rulebook_id'), programme: text('programme'), executed_at: formatInstant(Number(raw[`${side}_executed_at`])), product: text('product'),
    family: text('family'), tier: number('tier'), rate_bps: number('rate_bps'), base: amount('base'), amount: amount('amount'),
    currency: text('currency'), reason: text('reason'), checks: text('checks'), zero,
  };
}
