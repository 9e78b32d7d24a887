import { dialectOf } from '../../db/connection.ts';
import { execute, rows, type Connection, type Transaction } from '../../db/statement.ts';
import { byKeys } from '../feeds/lookup.ts';
import { keepBindings } from '../performance/kept.ts';
import type { RecallChannel } from './contract.ts';
import type { ProductUse } from './rules.ts';

/** An attempt as it came; instants in ms. */
export interface Recall {
  recall_id: string;
  uid: string;
  inviter_code: string;
  via: RecallChannel;
  attempted_at: number;
  confirmed_at: number | null;
}

export interface StoredRecall extends Recall {
  codes: string;
}

/** All attempts with these ids: at most one of each was accepted (`codes` is ''). */
export function attemptsOf(connection: Connection, recallIds: string[]): Promise<StoredRecall[]> {
  return byKeys<StoredRecall>(
    connection,
    recallIds,
    `SELECT r.recall_id, a.uid, r.inviter_code, r.via, r.attempted_at, r.confirmed_at, r.codes
     FROM {{keys}} k JOIN recalls r ON r.recall_id = k.key JOIN accounts a ON a.id = r.account_id ORDER BY r.id`,
  );
}

/** Whose code each is. */
export async function ownersOf(connection: Connection, codes: string[]): Promise<Map<string, { id: number; uid: string }>> {
  const list = await byKeys<{ id: number; uid: string; code: string }>(
    connection,
    codes,
    'SELECT a.id, a.uid, a.referral_code AS code FROM {{keys}} k JOIN accounts a ON a.referral_code = k.key',
  );
  return new Map(list.map(({ code, id, uid }) => [code, { id, uid }]));
}

export async function boundAmong(connection: Connection, accountIds: number[]): Promise<Set<number>> {
  const list = await rows<{ id: number }>(
    connection,
    'SELECT b.invitee_id AS id FROM {{ids}} r JOIN bindings b ON b.invitee_id = r.id',
    { ids: JSON.stringify([...new Set(accountIds)].map((id) => ({ id }))) },
    { ids: dialectOf(connection).rowset('ids', { id: 'integer' }) },
  );
  return new Set(list.map((one) => one.id));
}

/** The last product use of each account up to its instant, in the order of the questions (BIN-4): who trades at that very instant is active. */
export async function lastUses(connection: Connection, asked: { account_id: number; at: number }[]): Promise<(ProductUse | null)[]> {
  const list = await rows<{ i: number; trade: number | null; activity: number | null; transfer: number | null }>(
    connection,
    `SELECT r.i,
       (SELECT max(t.executed_at) FROM trades t WHERE t.account_id = r.account_id AND t.executed_at <= r.at) AS trade,
       (SELECT max(e.occurred_at) FROM account_events e
        WHERE e.account_id = r.account_id AND e.field = 'activity' AND e.occurred_at <= r.at) AS activity,
       (SELECT max(x.occurred_at) FROM transfers x
        WHERE x.account_id = r.account_id AND x.source <> 'internal' AND x.occurred_at <= r.at) AS transfer
     FROM {{asked}} r`,
    { asked: JSON.stringify(asked.map((one, i) => ({ i, ...one }))) },
    { asked: dialectOf(connection).rowset('asked', { i: 'integer', account_id: 'integer', at: 'integer' }) },
  );
  const uses: (ProductUse | null)[] = asked.map(() => null);
  for (const { i, ...at } of list) {
    for (const kind of ['trade', 'activity', 'transfer'] as const) {
      const found = at[kind];
      if (found !== null && found > (uses[i]?.at ?? Number.NEGATIVE_INFINITY)) uses[i] = { kind, at: found };
    }
  }
  return uses;
}

export interface KeptRecall extends Recall {
  account_id: number;
  inviter_id: number | null;
  codes: string;
}

const columns = {
  recall_id: 'text', account_id: 'integer', inviter_id: 'integer', inviter_code: 'text', via: 'text', attempted_at: 'integer', confirmed_at: 'integer',
  codes: 'text', i: 'integer',
} as const;

/** Accepted and refused attempts, in their order. */
export async function insertRecalls(transaction: Transaction, kept: KeptRecall[], from: { import_id: number; at: number }): Promise<void> {
  if (kept.length === 0) return;
  await execute(
    transaction,
    `INSERT INTO recalls (recall_id, account_id, inviter_id, inviter_code, via, attempted_at, confirmed_at, codes, at, import_id)
     SELECT r.recall_id, r.account_id, r.inviter_id, r.inviter_code, r.via, r.attempted_at, r.confirmed_at, r.codes, :at, :import_id
     FROM {{kept}} r ORDER BY r.i`,
    { kept: JSON.stringify(kept.map((one, i) => ({ ...one, i }))), ...from },
    { kept: dialectOf(transaction).rowset('kept', columns) },
  );
}

export interface RecallBinding {
  account_id: number;
  inviter_id: number;
  bound_at: number;
}

/** BIN-6, BIN-9: the binding and its commission window begin with the confirmation; the inviter's trades from then on wait for the next run. */
export async function bindRecalled(
  transaction: Transaction,
  bindings: RecallBinding[],
  { import_id, revision, covered_until }: { import_id: number; revision: number; covered_until: number },
): Promise<void> {
  if (bindings.length === 0) return;
  const parameters = { list: JSON.stringify(bindings) };
  const fragments = { list: dialectOf(transaction).rowset('list', { account_id: 'integer', inviter_id: 'integer', bound_at: 'integer' }) };
  await execute(
    transaction,
    `INSERT INTO bindings (invitee_id, inviter_id, kind, bound_at, window_start_at, channel, known_from, import_id)
     SELECT r.account_id, r.inviter_id, 'recall', r.bound_at, r.bound_at, 'link', :revision, :import_id FROM {{list}} r`,
    { ...parameters, revision, import_id },
    fragments,
  );
  await keepBindings(transaction, bindings);
  await execute(
    transaction,
    `INSERT INTO late_trades (trade_ref)
     SELECT t.id FROM {{list}} r JOIN trades t ON t.account_id = r.account_id
     WHERE t.executed_at >= r.bound_at AND t.executed_at < :covered_until ON CONFLICT DO NOTHING`,
    { ...parameters, covered_until },
    fragments,
  );
}
